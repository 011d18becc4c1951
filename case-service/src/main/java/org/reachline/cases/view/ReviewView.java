package org.reachline.cases.view;

import java.time.Instant;

/** One sampled message as the page for reading it shows it. */
public record ReviewView(
    String caseId, String href, String message, String lang, String text, Instant at) {
  @Override
  public String toString() {
    return "ReviewView[" + caseId + "]";
  }

  /** What was said last, so that it can be taken back. */
  public record Last(String caseId, String message, String state) {}
}
