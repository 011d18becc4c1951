package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What may be sent in one message.
 *
 * @param text the longest text of one call; longer ones are split
 * @param mediaTypes MIME types and {@code type/*} patterns the channel carries
 * @param maxMedia attachments of one message; 0: none
 * @param maxMediaBytes all attachments together
 * @param quickReplies buttons of one message; 0: none
 * @param templates whether pre-approved texts can be sent
 */
public record OutboundLimits(
    TextLimit text,
    Set<String> mediaTypes,
    int maxMedia,
    long maxMediaBytes,
    int quickReplies,
    boolean templates) {
  public OutboundLimits {
    requireNonNull(text);
    mediaTypes = Set.copyOf(mediaTypes);
  }
}
