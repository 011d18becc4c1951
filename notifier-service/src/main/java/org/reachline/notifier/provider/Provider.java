package org.reachline.notifier.provider;

import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;

/**
 * Makes one call to a provider. Never throws for what happens on the wire; blocks a few seconds.
 */
public interface Provider {
  HttpReply call(HttpCall call);
}
