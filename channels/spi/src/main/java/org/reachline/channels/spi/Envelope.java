package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What all events have in common.
 *
 * @param eventId the idempotency key
 * @param channel the line the event belongs to
 * @param occurredAt the provider's time; absent means the time of arrival is used
 * @param conversation the provider's id of a thread or group
 * @param from who caused the event
 * @param to the addresses of ours it went to
 * @param correlation our own id, carried through the provider
 * @param rawHash SHA-256 of the request body
 */
public record Envelope(
    EventId eventId,
    ChannelKey channel,
    Stated<Instant> occurredAt,
    Stated<String> conversation,
    Stated<Party> from,
    List<Address> to,
    Stated<String> correlation,
    String rawHash) {
  public Envelope {
    requireNonNull(eventId);
    requireNonNull(channel);
    requireNonNull(occurredAt);
    requireNonNull(conversation);
    requireNonNull(from);
    to = List.copyOf(to);
    requireNonNull(correlation);
    requireNonNull(rawHash);
  }

  @Override
  public String toString() {
    return "Envelope[%s, %s]".formatted(eventId, channel);
  }
}
