package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

/** One thing found in a request. */
public sealed interface Item {
  /** Something happened that Reachline acts on. */
  record Event(ChannelEvent event) implements Item {
    public Event {
      requireNonNull(event);
    }
  }

  /**
   * Understood and of no interest: counted, not kept.
   *
   * @param why a stable code
   */
  record Ignored(String why) implements Item {
    public Ignored {
      requireNonNull(why);
    }
  }

  /**
   * Authentic but unreadable: goes to the dead letters, because sending it again cannot help.
   *
   * @param why a stable code
   * @param excerptHash SHA-256 of the part that could not be read
   */
  record Unusable(String why, String excerptHash) implements Item {
    public Unusable {
      requireNonNull(why);
      requireNonNull(excerptHash);
    }

    @Override
    public String toString() {
      return "Unusable(" + why + ")";
    }
  }
}
