package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** Where media can be had. Never holds a token. Prints its kind and length only. */
public sealed interface MediaRef {
  /** A URL, which may need authentication. */
  record Url(String url) implements MediaRef {
    public Url {
      requireNonNull(url);
    }

    @Override
    public String toString() {
      return Redacted.sized("Url", url);
    }
  }

  /** An id to resolve through the provider's API. */
  record ProviderRef(String id) implements MediaRef {
    public ProviderRef {
      requireNonNull(id);
    }

    @Override
    public String toString() {
      return Redacted.sized("ProviderRef", id);
    }
  }

  /** A sticker of a known set. */
  record Sticker(String packageId, String stickerId) implements MediaRef {
    public Sticker {
      requireNonNull(packageId);
      requireNonNull(stickerId);
    }
  }
}
