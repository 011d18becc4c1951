package org.reachline.channels.spi;

/** How a channel's messages reach us. */
public enum Arrival {
  WEBHOOK,
  POLL,
  SOCKET
}
