package org.reachline.analytics.core;

import java.time.Duration;

/** A time as a tile says it. */
record Spoken(String value, String unit) {
  /** Under a second in milliseconds, else {@code m:ss} or {@code h:mm:ss}. */
  static Spoken of(Duration time) {
    long seconds = time.toSeconds();
    if (seconds == 0) {
      return new Spoken(Long.toString(time.toMillis()), "ms");
    }
    String clock = String.format("%d:%02d", seconds / 60 % 60, seconds % 60);
    boolean hours = seconds >= 3600;
    return new Spoken(
        hours
            ? String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
            : clock,
        "");
  }

  String text() {
    return unit.isEmpty() ? value : value + " " + unit;
  }

  /** How long ago, in words that need no clock. */
  static Phrase age(Duration age) {
    long s = Math.max(0, age.toSeconds());
    if (s < 60) {
      return Phrase.words("age.s", Phrase.of(s));
    }
    if (s < 3600) {
      return Phrase.words("age.ms", Phrase.of(s / 60), Phrase.of(s % 60));
    }
    return s < 86_400
        ? Phrase.words("age.hm", Phrase.of(s / 3600), Phrase.of(s / 60 % 60))
        : Phrase.words("age.d", Phrase.of(s / 86_400));
  }
}
