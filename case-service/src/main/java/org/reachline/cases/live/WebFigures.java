package org.reachline.cases.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Rank;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.CaseStore.View;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Access;
import org.reachline.trust.Act;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;

/**
 * How many cases each view of the queue holds and how many crises nobody has taken. One read serves
 * every page of an agency until something changes, five seconds at most.
 */
public final class WebFigures {
  private static final int COUNTED = 500;
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final CaseStore store;
  private final WebLive live;
  private final InstantSource clock;
  private final Map<AgencyId, Known> known = new ConcurrentHashMap<>();

  public WebFigures(CaseStore store, WebLive live, InstantSource clock) {
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  private record Brief(WebTrace trace, Rank.Group group, boolean unassessed) {
    static Brief of(CaseFile file) {
      boolean unread = file.work().waits().unassessed() && file.work().waits().forUs();
      return new Brief(WebTrace.of(file, file.v()), Rank.group(file), unread);
    }
  }

  private record Known(String position, Instant at, List<Brief> open) {}

  /** Crises nobody has taken. */
  public int count(Scope scope) {
    return open(scope).stream().mapToInt(brief -> brief.trace().notTaken().size()).sum();
  }

  /** How many cases this person may read in each view; more than five hundred are not counted. */
  public Map<View, Integer> views(Scope scope, StaffId me) {
    Map<View, Integer> counts = new EnumMap<>(View.class);
    for (View view : View.values()) {
      counts.put(view, 0);
    }
    for (Brief brief : open(scope)) {
      if (mayRead(scope, brief)) {
        for (View view : View.values()) {
          counts.merge(view, isIn(view, brief, me) ? 1 : 0, Integer::sum);
        }
      }
    }
    return counts;
  }

  private boolean mayRead(Scope scope, Brief brief) {
    Resource file =
        new Resource.CaseFile(scope.agency(), brief.trace().assignees(), brief.trace().duty());
    return Access.decide(scope, Act.READ_CASE, file, clock.instant()).permits();
  }

  private static boolean isIn(View view, Brief brief, StaffId me) {
    return switch (view) {
      case TEAM -> true;
      case MINE -> brief.trace().assignees().contains(me);
      case UNASSIGNED -> brief.trace().assignees().isEmpty();
      case WAITING -> brief.group() == Rank.Group.WAITING;
      case CRISES -> brief.group().compareTo(Rank.Group.NEEDS_REPLY) < 0;
      case UNASSESSED -> brief.unassessed();
    };
  }

  private List<Brief> open(Scope scope) {
    String position = live.position(scope.agency());
    Instant now = clock.instant();
    return known
        .compute(
            scope.agency(),
            (_, before) ->
                before != null && before.position().equals(position) && isFresh(before, now)
                    ? before
                    : new Known(position, now, read(scope)))
        .open();
  }

  private static boolean isFresh(Known known, Instant now) {
    return now.isBefore(known.at().plus(FRESH));
  }

  private List<Brief> read(Scope scope) {
    StaffId nobody = new StaffId(scope.agency() + ".0.nobody");
    return store.queue(scope, new CaseStore.Slice(View.TEAM, nobody, "", COUNTED)).stream()
        .map(Brief::of)
        .toList();
  }
}
