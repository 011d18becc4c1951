package org.reachline.notifier.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.notifier.oncall.Phones.Arrived;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.notifier.oncall.core.State;

/** The world of a crash story: what comes in, who answers, and until when it runs. */
final class CrashWorld implements ProviderEars, Offsets {
  final OnCallWorld world;
  final Instant end;
  final List<CrisisEvent> crises = new ArrayList<>();
  final Map<String, StaffReplies.Incoming> unanswered = new LinkedHashMap<>();
  final List<Instant> acked = new ArrayList<>();
  private int committed;

  CrashWorld(Policy policy, Duration length) {
    this.world = new OnCallWorld(policy);
    this.end = world.clock.now().plus(length);
  }

  @Override
  public void answered(String reply) {
    unanswered.remove(reply);
  }

  @Override
  public void commit(int upTo) {
    committed = Math.max(committed, upTo);
  }

  /** This person answers a page once, as people do. */
  void reply(Arrived page, String words) {
    String id = "harbor.1." + page.to().body().substring(0, 20);
    unanswered.putIfAbsent(id, new StaffReplies.Incoming(OnCallWorld.PAGER, page.to(), id, words));
  }

  /** One life: everything still to be done, in time order, to the end of the story. */
  void live(Faults faults, Function<EscalationStore, EscalationStore> store) {
    OnCallWorld.Life life = world.life(faults, store);
    Offsets offsets = faults.wrap(Offsets.class, this);
    ProviderEars ears = faults.wrap(ProviderEars.class, this);
    for (int i = committed; i < crises.size(); i++) {
      life.escalations().heard(OnCallWorld.scope(), crises.get(i));
      offsets.commit(i + 1);
    }
    while (step(life, ears)) {
      noteAcks();
    }
    noteAcks();
  }

  private boolean step(OnCallWorld.Life life, ProviderEars ears) {
    for (StaffReplies.Incoming in : List.copyOf(unanswered.values())) {
      life.replies().heard(OnCallWorld.scope(), in);
      ears.answered(in.id());
      noteAcks();
    }
    Optional<Instant> next = world.store.nextDue().filter(at -> !at.isAfter(end));
    world.runUntil(life, next.filter(at -> at.isAfter(now())).orElse(now()));
    return !unanswered.isEmpty() || next.isPresent();
  }

  private Instant now() {
    return world.clock.now();
  }

  private void noteAcks() {
    for (Escalation e : world.store.everything()) {
      if (e.state() == State.ACKED && !acked.contains(e.since())) {
        acked.add(e.since());
      }
    }
  }
}
