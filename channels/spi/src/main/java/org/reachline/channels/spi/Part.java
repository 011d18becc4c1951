package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** One part of a message. Prints what it is and how long, never what it says. */
public sealed interface Part {
  /** Text exactly as sent: never trimmed, normalised or decoded by guess. */
  record Text(String exact) implements Part {
    public Text {
      requireNonNull(exact);
    }

    @Override
    public String toString() {
      return Redacted.sized("Text", exact);
    }
  }

  /** The answer to a button or a list. */
  record Choice(String payload) implements Part {
    public Choice {
      requireNonNull(payload);
    }

    @Override
    public String toString() {
      return Redacted.sized("Choice", payload);
    }
  }

  /**
   * Something to fetch later.
   *
   * @param kind image, audio, video, file, sticker or unknown
   */
  record Media(String kind, MediaRef ref, Stated<String> mime, Stated<String> sha256)
      implements Part {
    public Media {
      requireNonNull(kind);
      requireNonNull(ref);
      requireNonNull(mime);
      requireNonNull(sha256);
    }
  }

  /** A place. Zero is a place. */
  record Location(double lat, double lon, Stated<String> name, Stated<String> address)
      implements Part {
    public Location {
      requireNonNull(name);
      requireNonNull(address);
    }

    @Override
    public String toString() {
      return "Location";
    }
  }

  /** A contact card. */
  record Contact(Stated<String> name, List<Address> addresses) implements Part {
    public Contact {
      requireNonNull(name);
      addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
      return "Contact(" + addresses.size() + ")";
    }
  }

  /** Something the provider or we cannot hand over; said, never dropped. */
  record Unsupported(String providerType) implements Part {
    public Unsupported {
      requireNonNull(providerType);
    }

    @Override
    public String toString() {
      return Redacted.sized("Unsupported", providerType);
    }
  }
}
