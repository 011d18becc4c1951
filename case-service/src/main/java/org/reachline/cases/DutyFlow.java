package org.reachline.cases;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Watch;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.Event;
import org.reachline.trust.Scope;

/**
 * What became of crises: raised by the lane, paged, taken, ended. It is kept by crisis first, so
 * that it may come before the case does, and then shown in the case.
 */
public final class DutyFlow {
  private static final int ATTEMPTS = 8;
  private final CaseStore store;
  private final Writing writing;
  private final Relay relay;
  private final CaseMetrics metrics;

  DutyFlow(CaseStore store, Relay relay, CaseMetrics metrics, InstantSource clock) {
    this.store = store;
    this.writing = new Writing(store, metrics, clock);
    this.relay = relay;
    this.metrics = metrics;
  }

  /** Takes events of crises and escalations, in order for each crisis. */
  public void accept(List<? extends Item<? extends Event>> batch) {
    Map<AgencyId, List<Item<? extends Event>>> groups = new LinkedHashMap<>();
    batch.forEach(
        item -> groups.computeIfAbsent(item.scope().agency(), _ -> new ArrayList<>()).add(item));
    groups.values().forEach(items -> settle(items.getFirst().scope(), items));
  }

  private void settle(Scope scope, List<Item<? extends Event>> items) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Map<CrisisId, Watch> watches = watched(scope, items);
      if (watches != null && shown(scope, watches)) {
        return;
      }
      metrics.conflict();
    }
    throw new CaseFlow.Contended();
  }

  /** The watches with the news in them, written; null if somebody else wrote one. */
  private @Nullable Map<CrisisId, Watch> watched(Scope scope, List<Item<? extends Event>> items) {
    List<CrisisId> ids = items.stream().map(item -> crisis(item.event())).distinct().toList();
    Map<CrisisId, Watch> before = store.watches().read(scope, ids);
    Map<CrisisId, Watch> after = new LinkedHashMap<>(before);
    items.forEach(item -> after.put(crisis(item.event()), next(after, item.event())));
    List<Watch> changed =
        after.values().stream().filter(w -> !w.equals(before.get(w.id()))).toList();
    boolean written = changed.isEmpty() || store.watches().write(scope, changed).isEmpty();
    return written ? after : null;
  }

  private static Watch next(Map<CrisisId, Watch> known, Event event) {
    CrisisId id = crisis(event);
    Watch watch = known.getOrDefault(id, new Watch(id, List.of(), Duty.none(event.at()), 0));
    return switch (event) {
      case CrisisEvent.CrisisRaised raised -> watch.after(raised);
      case CrisisEvent.CrisisDisposed disposed -> watch.after(disposed);
      case EscalationEvent escalation -> watch.after(escalation);
      default -> watch;
    };
  }

  private static CrisisId crisis(Event event) {
    return switch (event) {
      case CrisisEvent crisis -> crisis.crisisId();
      case EscalationEvent escalation -> escalation.crisisId();
      default -> throw new IllegalArgumentException("not an event of a crisis");
    };
  }

  private boolean shown(Scope scope, Map<CrisisId, Watch> watches) {
    Map<CaseId, List<Watch>> byCase = places(scope, watches);
    if (byCase.isEmpty()) {
      return true;
    }
    Map<CaseId, CaseFile> files = store.files().read(scope, byCase.keySet());
    List<CaseFile> changed =
        files.values().stream()
            .filter(file -> !with(file, byCase.getOrDefault(file.id(), List.of())).equals(file))
            .map(relay::trimmed)
            .map(file -> with(file, byCase.getOrDefault(file.id(), List.of())))
            .map(file -> writing.answering(scope, file))
            .toList();
    if (!changed.isEmpty() && !writing.files(scope, changed)) {
      return false;
    }
    relay.publish(scope, changed);
    return true;
  }

  private static CaseFile with(CaseFile file, List<Watch> watches) {
    CaseFile next = file;
    for (Watch watch : watches) {
      next = Alarms.apply(next, watch);
    }
    return next;
  }

  /** In which cases the messages stand that raised them; those not stored yet find the watch. */
  private Map<CaseId, List<Watch>> places(Scope scope, Map<CrisisId, Watch> watches) {
    Map<String, Watch> byMessage =
        watches.values().stream()
            .filter(watch -> !watch.raised().isEmpty())
            .collect(Collectors.toMap(DutyFlow::message, watch -> watch));
    if (byMessage.isEmpty()) {
      return Map.of();
    }
    Map<CaseId, List<Watch>> byCase = new LinkedHashMap<>();
    for (Placed place : store.placed().read(scope, byMessage.keySet()).values()) {
      Watch watch = byMessage.get(place.id());
      if (watch != null) {
        byCase.computeIfAbsent(place.caseId(), _ -> new ArrayList<>()).add(watch);
      }
    }
    return byCase;
  }

  private static String message(Watch watch) {
    Crisis raised = watch.raised().getFirst();
    return raised.raisedBy().value();
  }
}
