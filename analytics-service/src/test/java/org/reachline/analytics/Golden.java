package org.reachline.analytics;

import java.util.Map;

/** Figures counted by hand. */
final class Golden {
  /** The night of the samples: one of every event. */
  static final Map<String, Long> SAMPLE_NIGHT =
      Map.of(
          "messages.in@1{channel=twilio}", 1L,
          "messages.out@1{author=worker}", 1L,
          "crises@1{severity=imminent}", 1L,
          "crises.category@1{category=exposure}", 1L,
          "crisis.page@1{}", 1L,
          "page.ack@1{}", 1L,
          "crisis.ack@1{}", 1L);

  private Golden() {}
}
