package org.reachline.notifier.oncall.web;

import java.util.Locale;

/** The lower-case codes the pages know their words by. */
final class Codes {
  private Codes() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
