package org.reachline.channels.spi;

/** The name of a kind of channel, such as {@code twilio}: lower case, digits and hyphens. */
public record ChannelType(String name) {
  public ChannelType {
    if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException("a channel type is lower case letters, digits, hyphens");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
