package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** How to fetch media: at once, or by a look-up that leads to the next step. */
public sealed interface MediaPlan {
  /** It cannot be fetched. */
  record None() implements MediaPlan {}

  /** This call gives the bytes. */
  record Direct(HttpCall bytes) implements MediaPlan {
    public Direct {
      requireNonNull(bytes);
    }
  }

  /** This call leads to the bytes: an id, then a URL, then the bytes. */
  record Lookup(HttpCall lookup, Locator locator) implements MediaPlan {
    public Lookup {
      requireNonNull(lookup);
      requireNonNull(locator);
    }
  }

  /** Reads a look-up's reply. Pure; never throws for what the provider says. */
  interface Locator {
    MediaPlan next(HttpReply reply);
  }
}
