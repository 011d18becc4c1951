package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/**
 * Which line an event belongs to: the kind, and the line's own address at the provider (a phone
 * number, a page id, a bot). Equal keys mean the same line. Keys from {@link ChannelAdapter#route}
 * are unverified; keys in events of a verified request are only valid for lines that share the
 * secret it was verified with.
 *
 * @param exact digit-exact, as the line's configuration spells it
 */
public record ChannelKey(ChannelType type, String exact) {
  public ChannelKey {
    requireNonNull(type);
    requireNonNull(exact);
  }

  @Override
  public String toString() {
    return Redacted.sized(type.name(), exact);
  }
}
