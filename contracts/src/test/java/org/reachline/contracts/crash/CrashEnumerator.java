package org.reachline.contracts.crash;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Runs a scenario once for every port call and every way it can go wrong, then for pairs of these:
 * all of them where they are few, a seeded sample where not. Start reading here.
 *
 * <p>Nothing is left to chance: the same scenario and seed give the same cases. The second fault of
 * a pair may hit the recovery from the first.
 */
public final class CrashEnumerator<W> {
  private static final int MOST_PAIRS = 5_000;

  private final Scenario<W> scenario;
  private final List<Mode> modes;
  private final int mostPairs;
  private final long seed;

  private CrashEnumerator(Scenario<W> scenario, Set<Mode> modes, int mostPairs, long seed) {
    this.scenario = scenario;
    this.modes = List.copyOf(EnumSet.copyOf(modes));
    this.mostPairs = mostPairs;
    this.seed = seed;
  }

  /** With the usual modes and at most 5,000 pairs. */
  public static <W> CrashEnumerator<W> of(Scenario<W> scenario) {
    return new CrashEnumerator<>(scenario, Mode.USUAL, MOST_PAIRS, 1);
  }

  public CrashEnumerator<W> modes(Set<Mode> only) {
    return new CrashEnumerator<>(scenario, only, mostPairs, seed);
  }

  /** 0 for none. */
  public CrashEnumerator<W> pairs(int most) {
    return new CrashEnumerator<>(scenario, Set.copyOf(modes), most, seed);
  }

  public CrashEnumerator<W> seed(long value) {
    return new CrashEnumerator<>(scenario, Set.copyOf(modes), mostPairs, value);
  }

  /** Runs all cases and throws if one broke a promise. */
  public Report enumerate() {
    return report().assertNothingBroken();
  }

  /** Runs all cases; without faults first, and only then with them if that went well. */
  public Report report() {
    Outcome calm = new Run<>(scenario, List.of(), List.of()).outcome();
    if (calm.broken().isPresent()) {
      return new Report(
          scenario.name(), calm.calls().size(), 1, 0, 0, calm.broken().stream().toList());
    }
    List<String> broken = new ArrayList<>();
    Pairs pairs = singles(calm.calls(), broken);
    Set<Long> chosen = chosen(pairs.count());
    chosen.forEach(pair -> run(pairs.get(pair), List.of()).broken().ifPresent(broken::add));
    long runs = 1 + (long) calm.calls().size() * modes.size() + chosen.size();
    return new Report(
        scenario.name(), calm.calls().size(), runs, chosen.size(), pairs.count(), broken);
  }

  private Pairs singles(List<String> calls, List<String> broken) {
    Pairs pairs = new Pairs(modes);
    for (int call = 1; call <= calls.size(); call++) {
      for (Mode mode : modes) {
        Fault fault = new Fault(call, mode);
        Outcome outcome = run(List.of(fault), calls);
        outcome.broken().ifPresent(broken::add);
        pairs.add(fault, outcome.calls().size());
      }
    }
    return pairs;
  }

  private Outcome run(List<Fault> faults, List<String> expected) {
    return new Run<>(scenario, faults, expected).outcome();
  }

  private Set<Long> chosen(long all) {
    Set<Long> chosen = new TreeSet<>();
    if (all <= mostPairs) {
      for (long pair = 0; pair < all; pair++) {
        chosen.add(pair);
      }
    } else {
      SplittableRandom random = new SplittableRandom(seed);
      while (chosen.size() < mostPairs) {
        chosen.add(random.nextLong(all));
      }
    }
    return chosen;
  }
}
