package org.reachline.notifier.oncall;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.reachline.contracts.LineId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.notifier.FakeClock;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.trust.Scope;

/**
 * Everything that outlives the process: store, phones, topic, clock; and one life of the process.
 */
final class OnCallWorld {
  static final Samples HARBOR = Samples.of(Samples.HARBOR);
  static final LineId PAGER = LineId.of(Samples.HARBOR, "pager");

  final FakeClock clock = new FakeClock(Samples.ACCEPTED);
  final InMemoryEscalationStore store = new InMemoryEscalationStore();
  final InMemoryPageCodes codes = new InMemoryPageCodes(store);
  final InMemoryOptOuts optOuts = new InMemoryOptOuts();
  final InMemoryHeardReplies heard = new InMemoryHeardReplies();
  final Phones phones = new Phones(clock, optOuts);
  final List<EscalationEvent> topic = new ArrayList<>();
  final Policy policy;
  boolean topicAway;

  OnCallWorld(Policy policy) {
    this.policy = policy;
  }

  /** One process on this world. */
  record Life(
      Escalations escalations, StaffReplies replies, DueWork due, Escalations.Ports ports) {}

  Life life(Faults faults) {
    return life(faults, real -> real);
  }

  /** One life on a store that may not be what it says. */
  Life life(Faults faults, Function<EscalationStore, EscalationStore> sabotage) {
    Escalations.Ports ports =
        new Escalations.Ports(
            faults.wrap(EscalationStore.class, sabotage.apply(store)),
            faults.wrap(PageCodes.class, codes),
            faults.wrap(StaffLine.class, phones),
            faults.wrap(EscalationLog.class, this::publish),
            clock);
    PageWords words =
        new PageWords(
            new AckLinks((agency, parts) -> agency + "token" + String.join("", parts).hashCode()),
            _ -> ZoneOffset.UTC);
    Escalations escalations =
        new Escalations(
            ports,
            Policies.fixed(Map.of(Samples.HARBOR, policy)),
            words,
            Runnable::run,
            new Random(7),
            "node",
            (_, _) -> {});
    StaffReplies replies =
        new StaffReplies(
            escalations,
            ports,
            faults.wrap(HeardReplies.class, heard),
            faults.wrap(OptOuts.class, optOuts),
            words);
    return new Life(
        escalations, replies, new DueWork(escalations, ports, Runnable::run, _ -> {}), ports);
  }

  private void publish(List<EscalationEvent> rows) {
    if (topicAway) {
      throw new IllegalStateException("the topic is away");
    }
    topic.addAll(rows);
  }

  static Scope scope() {
    return Scope.ofSweep(Samples.HARBOR, "test");
  }

  static StaffId person(String name) {
    return HARBOR.id(StaffId::new, name);
  }

  /** Receipts and due work up to a time, in time order. */
  void runUntil(Life life, Instant end) {
    while (true) {
      receipts(life);
      life.due().tick();
      if (!phones.receipts.isEmpty() || isDue(clock.now())) {
        continue;
      }
      Optional<Instant> next = store.nextDue().filter(at -> !at.isAfter(end));
      if (next.isEmpty()) {
        clock.to(end);
        return;
      }
      clock.to(next.get());
    }
  }

  void fastForward(Life life, Duration by) {
    runUntil(life, clock.now().plus(by));
  }

  private boolean isDue(Instant now) {
    return store.nextDue().map(at -> !at.isAfter(now)).orElse(false);
  }

  /** The provider tells once; whether it was heard is not its business. */
  private void receipts(Life life) {
    for (Phones.Receipt r = phones.receipts.poll(); r != null; r = phones.receipts.poll()) {
      Input receipt = new Input.Received(r.id(), r.progress(), r.code());
      for (Escalation e : store.byKey(scope(), r.id().value())) {
        life.escalations().apply(scope(), e.id(), receipt);
      }
    }
  }

  CrisisRaised crisis(String name, Severity severity) {
    CrisisRaised sample = HARBOR.event(CrisisRaised.class);
    return new CrisisRaised(
        HARBOR.id(org.reachline.contracts.CrisisId::new, name),
        sample.conversationId(),
        HARBOR.id(org.reachline.contracts.MessageId::new, name),
        sample.category(),
        severity,
        sample.evidence(),
        sample.rulesVersion(),
        clock.now(),
        clock.now());
  }

  static CrisisEvent disposed(CrisisRaised crisis, StaffId by, Instant at) {
    return new CrisisEvent.CrisisDisposed(
        crisis.crisisId(), crisis.conversationId(), by, "de-escalated", at);
  }

  Escalation only() {
    List<Escalation> all = store.everything();
    if (all.size() != 1) {
      throw new AssertionError("expected one escalation, there are " + all.size());
    }
    return all.getFirst();
  }
}
