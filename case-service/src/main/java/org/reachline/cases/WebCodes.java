package org.reachline.cases;

import java.util.Locale;

/** Enums as pages and answers write them. */
final class WebCodes {
  private WebCodes() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The same with dashes. */
  static String dashed(Enum<?> value) {
    return of(value).replace('_', '-');
  }
}
