package org.reachline.cases.view;

import java.util.Locale;

/** Enums as pages and answers write them. */
public final class WebCodes {
  private WebCodes() {}

  public static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The same with dashes. */
  static String dashed(Enum<?> value) {
    return of(value).replace('_', '-');
  }
}
