package org.reachline.trust.edge;

import reactor.netty.http.logging.AbstractHttpMessageLogFactory;
import reactor.netty.http.logging.HttpMessageArgProvider;

/**
 * Prints of a request what kind of piece it is and nothing of it: a malformed one may hold a number
 * or a person's words in its first line.
 */
final class KindOnly extends AbstractHttpMessageLogFactory {
  @Override
  public String common(HttpMessageArgProvider message) {
    return message.httpMessageType().toString();
  }
}
