package org.reachline.cases.live;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Resource;

/**
 * What a viewer has to know of one write to a case: ids and codes, and what decides whether they
 * may know it.
 *
 * @param no its place among the changes of the agency on this node
 * @param regions the parts of the case's page that are out of date
 * @param concerned who works on the case, or did before
 * @param raised crises that nobody had to take before
 * @param taken crises that nobody has to take any more
 */
public record WebChange(
    long no,
    CaseId caseId,
    WebTrace after,
    Set<String> regions,
    Set<StaffId> concerned,
    Map<CrisisId, Severity> raised,
    List<CrisisId> taken) {
  public static final String CRISIS = "crisis";
  static final String ENTRIES = "entries";
  static final String PANEL = "panel";
  public static final String MY_LIST = "mylist";
  public static final String QUEUE = "queue";

  public WebChange {
    regions = Set.copyOf(regions);
    concerned = Set.copyOf(concerned);
    raised = Map.copyOf(raised);
    taken = List.copyOf(taken);
  }

  /** The difference of two traces of a case. */
  static WebChange between(long no, CaseId caseId, WebTrace before, WebTrace after) {
    Set<StaffId> concerned = new LinkedHashSet<>(before.assignees());
    concerned.addAll(after.assignees());
    Map<CrisisId, Severity> raised = new LinkedHashMap<>(after.notTaken());
    raised.keySet().removeAll(before.notTaken().keySet());
    List<CrisisId> taken =
        before.notTaken().keySet().stream()
            .filter(id -> !after.notTaken().containsKey(id))
            .toList();
    return new WebChange(no, caseId, after, regions(before, after), concerned, raised, taken);
  }

  private static Set<String> regions(WebTrace before, WebTrace after) {
    Set<String> regions = new LinkedHashSet<>();
    if (before.log() != after.log()) {
      regions.add(ENTRIES);
      regions.add(PANEL);
    }
    if (before.work() != after.work()) {
      regions.add(PANEL);
    }
    if (before.crises() != after.crises()) {
      regions.addAll(Set.of(CRISIS, ENTRIES, PANEL));
    }
    return regions;
  }

  /** What a right to hear of it is asked about. */
  public Resource resource() {
    return new Resource.CaseFile(caseId.agency(), after.assignees(), after.duty());
  }
}
