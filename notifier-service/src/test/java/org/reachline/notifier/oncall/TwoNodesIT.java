package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.PageId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.notifier.MongoClock;
import org.reachline.notifier.StoreUnderTest;
import org.reachline.notifier.oncall.core.AttemptState;
import org.reachline.notifier.oncall.core.Concern;
import org.reachline.notifier.oncall.core.Escalating;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.notifier.oncall.core.State;
import org.reachline.trust.Scope;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;

/** Two nodes that start on one real store after a night in which nobody looked. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class TwoNodesIT {
  private static final int OVERDUE = 250;
  private static final Samples HARBOR = Samples.of(Samples.HARBOR);
  private static final Scope SCOPE = OnCallWorld.scope();

  /** A provider that takes its time and counts. */
  private static final class SlowPhones implements StaffLine {
    final Map<PageId, AtomicInteger> calls = new ConcurrentHashMap<>();

    @Override
    public Input.Outcome send(Scope scope, Text text) {
      calls.computeIfAbsent(text.id(), _ -> new AtomicInteger()).incrementAndGet();
      LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
      return new Input.Outcome.Accepted();
    }

    @Override
    public Input.Whereabouts find(Scope scope, Text text, Instant since) {
      return Input.Whereabouts.CANNOT_SAY;
    }

    @Override
    public Set<StaffId> unreachable(Scope scope, Set<StaffId> staff) {
      return Set.of();
    }
  }

  private final SlowPhones phones = new SlowPhones();
  private final AtomicBoolean stop = new AtomicBoolean();

  private static Policy policy() {
    return Story.policy(List.of(Story.step(Duration.ofMinutes(30), Story.FIRST)));
  }

  private Escalations.Ports ports(StoreUnderTest stores, EscalationStore store, PageCodes codes) {
    return new Escalations.Ports(store, codes, phones, _ -> {}, new MongoClock(stores.database()));
  }

  private static Escalations node(Escalations.Ports ports, ExecutorService threads, String name) {
    PageWords words = new PageWords(new AckLinks((_, _) -> "token"), _ -> ZoneOffset.UTC);
    Policies policies = Policies.fixed(Map.of(Samples.HARBOR, policy()));
    return new Escalations(ports, policies, words, threads, new Random(7), name, (_, _) -> {});
  }

  private void run(Escalations node, Escalations.Ports ports, ExecutorService threads) {
    DueWork due = new DueWork(node, ports, threads, _ -> {});
    threads.execute(
        () -> {
          while (!stop.get()) {
            due.tick();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
          }
        });
  }

  private static Escalation overdue(int i, Instant at) {
    CrisisId crisis = HARBOR.id(CrisisId::new, "c" + i);
    Concern concern =
        new Concern(
            crisis,
            HARBOR.id(ConversationId::new, "v" + i),
            Category.EXPOSURE,
            Severity.IMMINENT,
            at);
    EscalationId id = HARBOR.id(EscalationId::new, "e" + i);
    return Escalating.open(id, concern, Set.of(crisis.value()), "7KD", policy(), at);
  }

  @Test
  @Timeout(120)
  void eachOverdueCrisisIsPagedOnceAndAnAnswerHoldsOnBoth(Backbone backbone) {
    try (StoreUnderTest stores = new StoreUnderTest(backbone);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      EscalationStore store = new MongoEscalationStore(stores.empty());
      PageCodes codes = new MongoPageCodes(stores.empty(), store);
      Instant night = new MongoClock(stores.database()).now().minus(Duration.ofHours(1));
      for (int i = 0; i < OVERDUE; i++) {
        assertThat(store.insert(SCOPE, overdue(i, night))).isTrue();
      }

      Escalations.Ports one = ports(stores, store, codes);
      Escalations.Ports two = ports(stores, store, codes);
      Escalations first = node(one, threads, "one");
      Escalations second = node(two, threads, "two");
      run(first, one, threads);
      run(second, two, threads);

      await().atMost(Duration.ofSeconds(60)).until(() -> accepted(store) == OVERDUE);
      assertThat(phones.calls).hasSize(OVERDUE);
      assertThat(phones.calls.values()).allMatch(calls -> calls.get() == 1);

      List<EscalationId> all = store.live(SCOPE).stream().map(Escalation::id).limit(50).toList();
      List<Runnable> answers = new ArrayList<>();
      for (EscalationId id : all) {
        answers.add(() -> first.apply(SCOPE, id, ack(Story.FIRST)));
        answers.add(() -> second.apply(SCOPE, id, ack(Story.SECOND)));
      }
      answers.forEach(threads::execute);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> all.stream().allMatch(id -> isTakenOnce(store, id)));
      stop.set(true);
    } finally {
      stop.set(true);
    }
  }

  private static Input ack(StaffId by) {
    return new Input.Acknowledged(by, Method.CONSOLE, true, by.value());
  }

  private static boolean isTakenOnce(EscalationStore store, EscalationId id) {
    Escalation e = store.find(SCOPE, id).orElseThrow();
    long holding = e.acks().stream().filter(a -> a.holds()).count();
    return e.state() == State.ACKED && e.acks().size() == 2 && holding == 1;
  }

  private static long accepted(EscalationStore store) {
    return store.live(SCOPE).stream()
        .flatMap(e -> e.attempts().stream())
        .filter(a -> a.isPage() && a.state() == AttemptState.ACCEPTED)
        .count();
  }
}
