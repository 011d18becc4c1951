package org.reachline.contracts.crash;

import java.util.List;

/** What went wrong in a run, in order. */
public record History(List<Event> events) {
  public History {
    events = List.copyOf(events);
  }

  /**
   * A fault that took place.
   *
   * @param operation the port call it hit, such as {@code caseStore.save}
   */
  public record Event(int call, String operation, Mode mode) {
    @Override
    public String toString() {
      return "call " + call + " " + operation + ", " + mode;
    }
  }

  /** How often a port call of this name was hit in this way. */
  public long count(Mode mode, String operation) {
    return events.stream().filter(e -> e.mode() == mode && e.operation().equals(operation)).count();
  }

  public long count(Mode mode) {
    return events.stream().filter(e -> e.mode() == mode).count();
  }

  public long crashes() {
    return events.stream().filter(e -> e.mode().crashes()).count();
  }
}
