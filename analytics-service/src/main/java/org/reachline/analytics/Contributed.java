package org.reachline.analytics;

import java.util.Map;
import java.util.TreeMap;
import org.reachline.analytics.core.Amount;

/** What a fact has added to which cells so far, by their keys. */
record Contributed(Map<String, Amount> cells) {
  static final Contributed NOTHING = new Contributed(Map.of());

  Contributed {
    cells = new TreeMap<>(cells);
  }
}
