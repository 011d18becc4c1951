package org.reachline.contracts.crash;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an enumeration found.
 *
 * @param calls port calls of the run without faults
 * @param runs how often the scenario was run in all
 * @param pairs how many of the runs had two faults
 * @param allPairs how many pairs there are; {@code pairs} of them were sampled
 * @param broken one line for each case that broke a promise
 */
public record Report(
    String scenario, int calls, long runs, long pairs, long allPairs, List<String> broken) {
  private static final int SHOWN = 20;

  public Report {
    broken = List.copyOf(broken);
  }

  /** Throws with the broken cases, a line each. */
  public Report assertNothingBroken() {
    if (!broken.isEmpty()) {
      throw new AssertionError(
          broken.stream().limit(SHOWN).collect(Collectors.joining("\n", this + "\n", "")));
    }
    return this;
  }

  @Override
  public String toString() {
    return "scenario \"%s\": %d port calls, %d runs (%d of %d pairs), %d broken"
        .formatted(scenario, calls, runs, pairs, allPairs, broken.size());
  }
}
