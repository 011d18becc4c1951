package org.reachline.analytics.core;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What changes in one cell: what a fact adds now, and what it added before and no longer does. */
public record Delta(List<Amount> plus, List<Amount> minus) {
  public Delta {
    plus = List.copyOf(plus);
    minus = List.copyOf(minus);
  }

  /** The changes that lead from what a fact has added to what it adds. */
  public static <K> Map<K, Delta> between(Map<K, Amount> before, Map<K, Amount> now) {
    Set<K> keys = new LinkedHashSet<>(before.keySet());
    keys.addAll(now.keySet());
    Map<K, Delta> deltas = new LinkedHashMap<>();
    for (K key : keys) {
      Delta delta = new Delta(in(now, key), in(before, key));
      if (!delta.plus.equals(delta.minus)) {
        deltas.put(key, delta);
      }
    }
    return deltas;
  }

  private static <K> List<Amount> in(Map<K, Amount> amounts, K key) {
    Amount amount = amounts.get(key);
    return amount == null ? List.of() : List.of(amount);
  }
}
