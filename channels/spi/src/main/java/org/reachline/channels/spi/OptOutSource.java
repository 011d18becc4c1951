package org.reachline.channels.spi;

/** How we learn that somebody does not want messages any more. */
public enum OptOutSource {
  PROVIDER_SIGNAL,
  KEYWORD,
  NONE
}
