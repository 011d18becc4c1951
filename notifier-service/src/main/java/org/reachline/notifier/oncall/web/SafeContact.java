package org.reachline.notifier.oncall.web;

import java.util.List;

/** What to know before calling or writing, from codes to the key of its words. */
final class SafeContact {
  private SafeContact() {}

  /** The strictest that holds; a code nobody knows is not taken for leave to call. */
  static String key(List<String> codes) {
    if (codes.contains("unsafe-phone")) {
      return "unsafe";
    }
    if (codes.contains("no-calls")) {
      return codes.contains("no-texts") ? "none" : "textonly";
    }
    if (codes.contains("no-texts")) {
      return "callonly";
    }
    return codes.equals(List.of("ok")) ? "ok" : "unknown";
  }
}
