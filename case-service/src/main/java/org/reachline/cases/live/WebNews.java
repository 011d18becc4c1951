package org.reachline.cases.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Delivery;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Watch;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.Event;
import org.reachline.trust.Scope;

/**
 * What other nodes write, told to the pages of this one. Every node reads the events and looks at
 * the cases they are about, for some seconds: an event of a case follows its write, but a receipt
 * or an escalation comes before somebody has written it down. Nothing is read where nobody watches.
 * One thread.
 */
public final class WebNews {
  private static final Duration LOOKED_AT = Duration.ofSeconds(8);
  private static final int AT_ONCE = 300;

  private final CaseStore store;
  private final WebLive live;
  private final InstantSource clock;
  private final Map<AgencyId, Heard> heard = new HashMap<>();

  /**
   * @param store itself, not the one that tells of what it reads: a first sight is news here
   */
  public WebNews(CaseStore store, WebLive live, InstantSource clock) {
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  /** What was heard of one agency, and when last. */
  private record Heard(Scope scope, Map<CaseId, Instant> cases, Map<CrisisId, Instant> crises) {
    boolean isEmpty() {
      return cases.isEmpty() && crises.isEmpty();
    }
  }

  /** An event went by. */
  public void heard(Scope scope, Event event) {
    if (!live.watched(scope.agency())) {
      return;
    }
    Heard of =
        heard.computeIfAbsent(
            scope.agency(), _ -> new Heard(scope, new LinkedHashMap<>(), new LinkedHashMap<>()));
    Instant now = clock.instant();
    switch (event) {
      case CaseEvent e -> of.cases().put(e.caseId(), now);
      case DeliveryEvent e -> of.cases().put(Delivery.caseOf(e), now);
      case CrisisEvent e -> of.crises().put(e.crisisId(), now);
      case EscalationEvent e -> of.crises().put(e.crisisId(), now);
      default -> {}
    }
  }

  /** Looks at every case heard of lately. */
  public void look() {
    Instant since = clock.instant().minus(LOOKED_AT);
    heard.values().forEach(of -> look(of, since));
    heard.values().removeIf(Heard::isEmpty);
  }

  private void look(Heard of, Instant since) {
    of.crises().keySet().removeAll(resolved(of));
    List<CaseId> ids = of.cases().keySet().stream().limit(AT_ONCE).toList();
    if (!ids.isEmpty()) {
      store.files().read(of.scope(), ids).values().forEach(live::met);
    }
    of.cases().values().removeIf(at -> at.isBefore(since));
    of.crises().values().removeIf(at -> at.isBefore(since));
  }

  /** Crises whose case is known now: it is looked at instead. */
  private Set<CrisisId> resolved(Heard of) {
    if (of.crises().isEmpty()) {
      return Set.of();
    }
    Map<String, CrisisId> raisedBy = new HashMap<>();
    for (Watch watch : store.watches().read(of.scope(), of.crises().keySet()).values()) {
      for (Crisis raised : watch.raised()) {
        raisedBy.put(raised.raisedBy().value(), watch.id());
      }
    }
    List<Placed> places =
        raisedBy.isEmpty()
            ? List.of()
            : new ArrayList<>(store.placed().read(of.scope(), raisedBy.keySet()).values());
    places.forEach(place -> of.cases().put(place.caseId(), clock.instant()));
    return places.stream().map(place -> raisedBy.get(place.id())).collect(Collectors.toSet());
  }
}
