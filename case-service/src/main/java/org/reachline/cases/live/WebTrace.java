package org.reachline.cases.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Entry;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;

/**
 * The few numbers of a case that tell whether a page about it is out of date. No words are in it.
 *
 * @param v the version it was taken at
 * @param log of the entries and what became of them
 * @param work of stage, people, waiting
 * @param crises of the crises and what staff did about them
 * @param notTaken crises nobody has taken
 */
public record WebTrace(
    long v,
    int log,
    int work,
    int crises,
    Set<StaffId> assignees,
    Set<StaffId> duty,
    Map<CrisisId, Severity> notTaken) {
  /** Of a case that is not there yet. */
  static final WebTrace NONE = new WebTrace(0, 0, 0, 0, Set.of(), Set.of(), Map.of());

  public WebTrace {
    assignees = Set.copyOf(assignees);
    duty = Set.copyOf(duty);
    notTaken = Map.copyOf(notTaken);
  }

  /** The trace of a case that is stored under a version. */
  static WebTrace of(CaseFile file, long v) {
    List<Integer> log = file.log().tail().stream().map(WebTrace::entry).toList();
    return new WebTrace(
        v,
        Objects.hash(file.log().seq(), log),
        file.work().hashCode(),
        file.crises().hashCode(),
        file.work().assignees(),
        file.duty(),
        notTaken(file));
  }

  /** Whether a page made from one is a page made from the other. */
  boolean looksLike(WebTrace other) {
    return log == other.log && work == other.work && crises == other.crises;
  }

  private static int entry(Entry entry) {
    return switch (entry.body()) {
      case Entry.Sent sent -> Objects.hash(entry.seq(), sent.delivery());
      case Entry.Received received -> Objects.hash(entry.seq(), received.changes().size());
      default -> Long.hashCode(entry.seq());
    };
  }

  private static Map<CrisisId, Severity> notTaken(CaseFile file) {
    Map<CrisisId, Severity> found = new LinkedHashMap<>();
    file.episodes()
        .filter(crisis -> crisis.duty().status() == Duty.Status.OPEN)
        .forEach((Crisis crisis) -> found.put(crisis.id(), crisis.severity()));
    return found;
  }
}
