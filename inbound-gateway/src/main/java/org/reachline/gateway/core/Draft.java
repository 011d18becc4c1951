package org.reachline.gateway.core;

import java.time.Instant;
import org.reachline.channels.spi.EventId;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.ReceiptEvent.Status;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.InboundContent;

/** What a channel's event means to us, before ids are keyed and content is sealed. */
public sealed interface Draft {

  /** A client wrote. {@code kind} is text, media or unsupported. */
  record Message(String providerId, InboundContent content, String kind, Instant providerAt)
      implements Draft {}

  /** A client changed a message. */
  record Edit(String changeId, String editedProviderId, InboundContent content) implements Draft {}

  /** A client took a message back. */
  record Removal(String changeId, String deletedProviderId, Address from) implements Draft {}

  /** The provider told us of a STOP, START or HELP. */
  record Signal(String signalId, Address from, ConsentSignal signal, boolean providerAnswered)
      implements Draft {}

  /**
   * What became of a message of ours; {@code correlation} is our own id, empty where the event does
   * not carry it.
   */
  record Receipt(String correlation, Address recipient, Status status, String providerCode)
      implements Draft {}

  /** Understood, and not for us: counted under a code. */
  record Skip(String why) implements Draft {}

  /** The text of an event id, kept apart by kind so that a digest never meets a provider's id. */
  static String text(EventId id) {
    return switch (id) {
      case EventId.Provider(var exact) -> "p:" + exact;
      case EventId.Derived(var sha256) -> "d:" + sha256;
    };
  }
}
