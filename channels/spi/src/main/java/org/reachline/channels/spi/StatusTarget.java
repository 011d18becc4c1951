package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Which messages a status is about. */
public sealed interface StatusTarget {
  /** One. */
  record OneMessage(ProviderMessageId id) implements StatusTarget {
    public OneMessage {
      requireNonNull(id);
    }
  }

  /** All of the conversation up to a time. */
  record UpTo(Instant watermark) implements StatusTarget {
    public UpTo {
      requireNonNull(watermark);
    }
  }
}
