package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whether a provider has a message whose answer was lost. */
public sealed interface Found {
  /** It has: same recipient, same sender, same words, not older than the attempt. */
  record Has(List<String> providerIds, DeliveryStatus status) implements Found {
    public Has {
      providerIds = List.copyOf(providerIds);
      requireNonNull(status);
    }

    @Override
    public String toString() {
      return "Has(" + providerIds.size() + ", " + status + ")";
    }
  }

  /** Asked and understood: it is not there, or not there yet. */
  record HasNot() implements Found {}

  /** It could not be asked, or its answer decides nothing. */
  record Unclear() implements Found {}
}
