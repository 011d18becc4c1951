package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.Stream;

/** The idempotency key of an event, unique within its channel. Prints its kind and length only. */
public sealed interface EventId {
  /** The provider's own id. */
  record Provider(String exact) implements EventId {
    public Provider {
      requireNonNull(exact);
    }

    @Override
    public String toString() {
      return Redacted.sized("Provider", exact);
    }
  }

  /** Where the provider has no id: a digest of what never changes about the event. */
  record Derived(String sha256) implements EventId {
    public Derived {
      requireNonNull(sha256);
    }

    @Override
    public String toString() {
      return "Derived";
    }
  }

  /**
   * The digest of a channel, a kind of event and the fields that a redelivery repeats.
   *
   * @param kind keeps two events about the same thing apart, such as a message and its opt-out
   */
  static EventId derived(ChannelKey channel, String kind, String... stableFields) {
    var fields =
        Stream.concat(
            Stream.of(channel.type().name(), channel.exact(), kind), Arrays.stream(stableFields));
    return new Derived(Digests.sha256(fields.toList()));
  }
}
