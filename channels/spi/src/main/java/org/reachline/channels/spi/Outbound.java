package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A message to send. Text or media, or both.
 *
 * @param messageId our own opaque id; comes back as the correlation of statuses where the provider
 *     carries it
 * @param to who gets it
 * @param from the address of ours it comes from: where the person wrote to, or the line's own
 * @param text empty for media alone
 * @param mediaUrls where the provider can fetch each attachment
 * @param statusCallback where the provider reports, exactly as it must call
 */
public record Outbound(
    String messageId,
    Address to,
    Address from,
    String text,
    List<String> mediaUrls,
    Stated<String> statusCallback) {
  public Outbound {
    requireNonNull(messageId);
    requireNonNull(to);
    requireNonNull(from);
    requireNonNull(text);
    mediaUrls = List.copyOf(mediaUrls);
    requireNonNull(statusCallback);
    if (text.isEmpty() && mediaUrls.isEmpty()) {
      throw new IllegalArgumentException("nothing to send");
    }
  }

  @Override
  public String toString() {
    return "Outbound[%s, %s, text %d, media %d]"
        .formatted(messageId, to, text.length(), mediaUrls.size());
  }
}
