package org.reachline.analytics.core;

import java.util.List;

/** Something to read: as it stands, or by the key of its words, which the pages know. */
public sealed interface Phrase {
  /** The same in every language: a number, a time. */
  record Text(String text) implements Phrase {}

  /** Words of the bundles, with what goes into them. */
  record Words(String key, List<Phrase> args) implements Phrase {
    public Words {
      args = List.copyOf(args);
    }
  }

  static Phrase of(long number) {
    return new Text(Long.toString(number));
  }

  static Phrase of(String text) {
    return new Text(text);
  }

  static Words words(String key, Phrase... args) {
    return new Words(key, List.of(args));
  }
}
