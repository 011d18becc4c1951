package org.reachline.channels.lines;

import static java.util.Objects.requireNonNull;

import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.contracts.LineId;

/**
 * A line that is ready to work.
 *
 * @param config checked, its secrets resolved
 * @param publicUrl the webhook address exactly as it is configured at the provider
 */
public record ConfiguredLine(
    LineId id, ChannelAdapter adapter, ChannelConfig config, PublicUrl publicUrl, Use use) {
  public ConfiguredLine {
    requireNonNull(id, "id");
    requireNonNull(adapter, "adapter");
    requireNonNull(config, "config");
    requireNonNull(publicUrl, "publicUrl");
    requireNonNull(use, "use");
  }

  /** Who is at the other end. */
  public enum Use {
    /** Clients write to it; the gateway receives, the notifier sends. */
    CLIENTS,
    /** On-call staff are paged from it and answer to it; the notifier does both. */
    STAFF
  }

  /** Id and channel only. */
  @Override
  public String toString() {
    return "ConfiguredLine[" + id + ", " + adapter.type().name() + "]";
  }
}
