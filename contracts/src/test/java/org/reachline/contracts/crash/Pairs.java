package org.reachline.contracts.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All pairs of faults, by number; the calls after a first fault are those of the run it led to. */
final class Pairs {
  private record First(Fault fault, int callsThen) {}

  private final List<Mode> modes;
  private final TreeMap<Long, First> firstByStart = new TreeMap<>();
  private long count;

  Pairs(List<Mode> modes) {
    this.modes = modes;
  }

  void add(Fault first, int callsThen) {
    int seconds = (callsThen - first.call()) * modes.size();
    if (seconds > 0) {
      firstByStart.put(count, new First(first, callsThen));
      count += seconds;
    }
  }

  long count() {
    return count;
  }

  List<Fault> get(long number) {
    Map.Entry<Long, First> entry = firstByStart.floorEntry(number);
    if (entry == null || number >= count) {
      throw new IllegalArgumentException("no pair " + number);
    }
    Fault first = entry.getValue().fault();
    int offset = (int) (number - entry.getKey());
    int second = first.call() + 1 + offset / modes.size();
    return new ArrayList<>(List.of(first, new Fault(second, modes.get(offset % modes.size()))));
  }
}
