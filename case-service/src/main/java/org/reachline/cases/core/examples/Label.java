package org.reachline.cases.core.examples;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What staff can say of a message. It changes no alert: those end by a named person only. */
public enum Label {
  /** Somebody should have been paged, or paged sooner. */
  MISSED,
  /** Somebody was alarmed for nothing. */
  FALSE_ALARM,
  /** A sampled message was read, and there was nothing. */
  NOTHING_MISSED,
  /** What was said before does not hold any more. */
  WITHDRAWN;

  /** The stable code, such as {@code false-alarm}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Label> ofCode(String code) {
    return Stream.of(values()).filter(label -> label.code().equals(code)).findFirst();
  }
}
