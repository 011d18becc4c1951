package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** How far a message came. A lattice, not a log: statuses arrive late, twice and in any order. */
public sealed interface DeliveryStatus {
  /** The provider has it. */
  record Queued() implements DeliveryStatus {}

  /** It left the provider. */
  record Sent() implements DeliveryStatus {}

  /** It reached the device. */
  record Delivered() implements DeliveryStatus {}

  /** A person opened it. */
  record Read() implements DeliveryStatus {}

  /** It will not arrive. Final. */
  record Failed(Stated<ProviderError> error) implements DeliveryStatus {
    public Failed {
      requireNonNull(error);
    }
  }

  /** A word we do not know; the event's raw status keeps it. */
  record Unknown() implements DeliveryStatus {}

  default int rank() {
    return switch (this) {
      case Unknown _ -> -1;
      case Queued _ -> 0;
      case Sent _ -> 1;
      case Delivered _ -> 2;
      case Read _ -> 3;
      case Failed _ -> 4;
    };
  }

  /** The further of the two: forward only, and failed is final. */
  default DeliveryStatus merge(DeliveryStatus next) {
    return next.rank() > rank() ? next : this;
  }
}
