package org.reachline.contracts.crash;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One run of a scenario with its faults: lives of the process until one goes by undisturbed. */
final class Run<W> {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Scenario<W> scenario;
  private final List<String> expected;
  private final W world;
  private final Faults faults;

  /**
   * @param expected the calls of the run without faults, to be met again up to the first fault
   */
  Run(Scenario<W> scenario, List<Fault> plan, List<String> expected) {
    this.scenario = scenario;
    this.expected = expected;
    this.world = scenario.freshWorld();
    this.faults = new Faults(plan, this::anotherInstance);
  }

  Outcome outcome() {
    return new Outcome(faults.calls(), broken());
  }

  private Optional<String> broken() {
    try {
      live();
      requireSameCalls();
      scenario.check(world, faults.history());
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of("scenario \"" + scenario.name() + "\", " + where() + ": " + oneLine(e));
    }
  }

  private void live() throws Exception {
    oneLife(() -> scenario.run(world, faults));
    boolean disturbed;
    do {
      disturbed = oneLife(() -> scenario.recover(world, faults));
    } while (disturbed);
  }

  /** An exception out of a disturbed life only ends it, as one out of a listener does. */
  private boolean oneLife(Life life) throws Exception {
    int before = happened();
    faults.startLife();
    try {
      life.live();
    } catch (Exception | ProcessDied e) {
      if (happened() == before) {
        throw e;
      }
    }
    return happened() > before;
  }

  private int happened() {
    return faults.history().events().size();
  }

  /** Runs to its end on the same world, undisturbed, while the first instance hangs. */
  private void anotherInstance() {
    scenario.leasesRunOut(world);
    try {
      scenario.recover(world, Faults.none());
    } catch (Exception e) {
      throw new AssertionError("the other instance failed: " + e, e);
    }
  }

  /** Else the numbers of the calls would mean nothing. */
  private void requireSameCalls() {
    List<History.Event> events = faults.history().events();
    int same = Math.min(expected.size(), events.isEmpty() ? 0 : events.getFirst().call());
    for (int i = 0; i < same; i++) {
      if (!faults.calls().get(i).equals(expected.get(i))) {
        throw new AssertionError(
            "the run is not repeatable: call " + (i + 1) + " was " + expected.get(i) + " before");
      }
    }
  }

  private String where() {
    List<History.Event> events = faults.history().events();
    return events.isEmpty()
        ? "no fault"
        : events.stream().map(History.Event::toString).collect(Collectors.joining(", then "));
  }

  private static String oneLine(Throwable failure) {
    String text = failure instanceof AssertionError ? failure.getMessage() : failure.toString();
    return SPACE.matcher(String.valueOf(text)).replaceAll(" ").strip();
  }

  /** One life of the process. */
  @FunctionalInterface
  private interface Life {
    void live() throws Exception;
  }
}
