package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/** Something that happened on a channel. Prints no text, name or address. */
public sealed interface ChannelEvent {
  Envelope envelope();

  /** Who wrote a message: somebody outside, or ourselves through another client. */
  enum Author {
    CUSTOMER,
    ECHO
  }

  /** How we know about a consent: told by the provider, by its refusal to send, or by a word. */
  enum Origin {
    PROVIDER,
    PROVIDER_ERROR,
    KEYWORD
  }

  /**
   * Somebody wrote.
   *
   * @param parts in order; empty for an empty message
   * @param replyTo the message it answers
   * @param replyToken lets us answer without cost for a short while
   */
  record Message(
      Envelope envelope,
      Stated<ProviderMessageId> id,
      List<Part> parts,
      Stated<ProviderMessageId> replyTo,
      Stated<String> replyToken,
      Author author)
      implements ChannelEvent {
    public Message {
      requireNonNull(envelope);
      requireNonNull(id);
      parts = List.copyOf(parts);
      requireNonNull(replyTo);
      requireNonNull(replyToken);
      requireNonNull(author);
    }
  }

  /**
   * What became of a message of ours.
   *
   * @param rawStatus the provider's own word, also where we know it
   * @param recipient who it was for
   */
  record Status(
      Envelope envelope,
      StatusTarget target,
      DeliveryStatus status,
      String rawStatus,
      Stated<Address> recipient)
      implements ChannelEvent {
    public Status {
      requireNonNull(envelope);
      requireNonNull(target);
      requireNonNull(status);
      requireNonNull(rawStatus);
      requireNonNull(recipient);
    }

    @Override
    public String toString() {
      return "Status[%s, %s, %s]".formatted(envelope, target, status);
    }
  }

  /** Somebody wants to hear from us again. */
  record OptIn(Envelope envelope, Address who, Origin origin) implements ChannelEvent {
    public OptIn {
      requireNonNull(envelope);
      requireNonNull(who);
      requireNonNull(origin);
    }
  }

  /** Somebody does not want to hear from us any more. */
  record OptOut(Envelope envelope, Address who, Origin origin) implements ChannelEvent {
    public OptOut {
      requireNonNull(envelope);
      requireNonNull(who);
      requireNonNull(origin);
    }
  }

  /** Somebody changed what they wrote. */
  record Edit(Envelope envelope, ProviderMessageId edited, List<Part> parts)
      implements ChannelEvent {
    public Edit {
      requireNonNull(envelope);
      requireNonNull(edited);
      parts = List.copyOf(parts);
    }
  }

  /** Somebody took back what they wrote. */
  record Delete(Envelope envelope, ProviderMessageId deleted) implements ChannelEvent {
    public Delete {
      requireNonNull(envelope);
      requireNonNull(deleted);
    }
  }

  /** Somebody marked a message. */
  record Reaction(Envelope envelope, ProviderMessageId target, Mark mark) implements ChannelEvent {
    public Reaction {
      requireNonNull(envelope);
      requireNonNull(target);
      requireNonNull(mark);
    }
  }

  /** Somebody pressed a button that is no message. */
  record Postback(Envelope envelope, String payload) implements ChannelEvent {
    public Postback {
      requireNonNull(envelope);
      requireNonNull(payload);
    }

    @Override
    public String toString() {
      return "Postback[%s, %d]".formatted(envelope, payload.length());
    }
  }

  /** Somebody came from an advertisement or a link. */
  record Referral(Envelope envelope, String ref, Map<String, String> details)
      implements ChannelEvent {
    public Referral {
      requireNonNull(envelope);
      requireNonNull(ref);
      details = Map.copyOf(details);
    }

    @Override
    public String toString() {
      return "Referral[%s, %d]".formatted(envelope, ref.length());
    }
  }

  /** Somebody's address changed. */
  record ContactChanged(Envelope envelope, Stated<Address> before, Address after)
      implements ChannelEvent {
    public ContactChanged {
      requireNonNull(envelope);
      requireNonNull(before);
      requireNonNull(after);
    }
  }

  /**
   * The line itself changed: blocked, limited, joined to a group.
   *
   * @param state a stable code
   */
  record ChannelState(Envelope envelope, String state, Stated<String> detail)
      implements ChannelEvent {
    public ChannelState {
      requireNonNull(envelope);
      requireNonNull(state);
      requireNonNull(detail);
    }
  }
}
