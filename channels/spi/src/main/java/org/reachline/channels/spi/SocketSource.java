package org.reachline.channels.spi;

/** Reads a provider over a socket. The gateway owns the connection. */
public interface SocketSource {
  /** The call that opens the socket. */
  HttpCall connect(ChannelConfig config);

  /** What one frame held. */
  Inbound frame(Body frame, ChannelConfig config);
}
