package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** Reads a provider that is asked. The gateway owns the schedule, the cursor and the back-off. */
public interface Poller {
  /** The call that asks for what came after the cursor. */
  HttpCall poll(Cursor cursor, ChannelConfig config);

  /** What the reply held. A reply that cannot be read leaves the cursor where it was. */
  Page page(HttpReply reply, ChannelConfig config);

  /** What was read, and from where to go on. */
  record Page(Inbound inbound, Cursor next) {
    public Page {
      requireNonNull(inbound);
      requireNonNull(next);
    }
  }
}
