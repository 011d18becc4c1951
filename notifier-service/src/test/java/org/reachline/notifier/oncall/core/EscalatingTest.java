package org.reachline.notifier.oncall.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.EscalationEvent.Method;
import org.reachline.notifier.oncall.core.Input.AsOf;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.oncall.core.Input.Progress;
import org.reachline.notifier.oncall.core.Input.Whereabouts;

/** Any inputs in any order: what must hold of the machine whatever happens to it. */
class EscalatingTest {
  private static final Samples SAMPLES = Samples.of(Samples.HARBOR);
  private static final List<StaffId> STAFF =
      List.of(person("a"), person("b"), person("c"), person("d"));

  private static StaffId person(String name) {
    return SAMPLES.id(StaffId::new, name);
  }

  private static Escalation opened(Random random) {
    List<Policy.Step> steps = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      List<StaffId> targets = STAFF.subList(0, random.nextInt(4));
      steps.add(new Policy.Step(targets, Duration.ofSeconds(1 + random.nextInt(300))));
    }
    Policy policy =
        new Policy(
            LineId.of(Samples.HARBOR, "pager"),
            steps,
            List.of(STAFF.get(3)),
            Duration.ofMinutes(10),
            "https://p.example",
            random.nextBoolean());
    return Escalating.open(
        SAMPLES.id(EscalationId::new, "x"),
        concern("x"),
        Set.of("x"),
        "7KD",
        policy,
        Samples.ACCEPTED);
  }

  private static Concern concern(String crisis) {
    return new Concern(
        SAMPLES.id(CrisisId::new, crisis),
        SAMPLES.id(ConversationId::new, "x"),
        Category.MEDICAL,
        crisis.equals("x") ? Severity.HIGH : Severity.IMMINENT,
        Samples.ACCEPTED);
  }

  private static Input input(Random random, Escalation e) {
    StaffId by = STAFF.get(random.nextInt(STAFF.size()));
    Attempt some =
        e.attempts().isEmpty() ? null : e.attempts().get(random.nextInt(e.attempts().size()));
    boolean attempt = some != null && random.nextInt(3) > 0;
    if (attempt && some != null) {
      return switch (random.nextInt(4)) {
        case 3 -> new Input.Asked(some.id(), some.tries(), Whereabouts.values()[random.nextInt(4)]);
        case 0 -> new Input.Fenced(some.id(), e.lease().token() - random.nextInt(2));
        case 1 -> new Input.Reported(some.id(), some.tries(), outcome(random));
        default -> new Input.Received(some.pageId(), Progress.values()[random.nextInt(3)], "30003");
      };
    }
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> new Input.Work("n" + random.nextInt(3), Set.of());
      case 4 -> new Input.Released(e.lease().token());
      case 5 ->
          new Input.Acknowledged(by, Method.SMS, random.nextBoolean(), "c" + random.nextInt(9));
      case 6 ->
          new Input.PassedOn(
              by,
              random.nextBoolean()
                  ? new AsOf.ByHand()
                  : new AsOf.OfPage(e.gen(), e.position().step(), e.position().loop()));
      case 7 -> new Input.EveryoneWanted(by);
      case 8 -> new Input.InContact(by);
      case 9 -> new Input.HandedBack(by);
      case 11 -> new Input.Silenced(by);
      case 10 ->
          new Input.Merged(Set.of("k" + random.nextInt(5)), concern("m" + random.nextInt(5)));
      case 12 ->
          new Input.Disposed(SAMPLES.id(CrisisId::new, "m" + random.nextInt(5)), by, "false-alarm");
      default ->
          random.nextInt(20) == 0
              ? new Input.Closed(by, "referred")
              : new Input.Relayed(e.seq() - random.nextInt(2));
    };
  }

  private static Outcome outcome(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Outcome.Accepted();
      case 1 -> new Outcome.Again(Duration.ofSeconds(random.nextInt(8)), "503");
      case 2 -> new Outcome.Refused("30003");
      default -> new Outcome.Unknown();
    };
  }

  @Test
  void whateverHappensThePromisesHold() {
    for (long seed = 0; seed < 600; seed++) {
      Random random = new Random(seed);
      Escalation e = opened(random);
      Instant now = Samples.ACCEPTED;
      for (int i = 0; i < 120; i++) {
        now = now.plusMillis(random.nextInt(20_000));
        Input input = input(random, e);
        Escalation next = Escalating.apply(e, input, now).next();
        String where = "seed " + seed + ", step " + i + ", " + input;
        liveImpliesDue(next, where);
        onlyWantedPagesStart(e, next, where);
        oneHolds(next, where);
        generationsGrowAndLogHasNoGaps(e, next, where);
        finishedStaysFinished(e, next, where);
        e = next;
      }
    }
  }

  private static void liveImpliesDue(Escalation e, String where) {
    if (e.live()) {
      assertThat(e.nextDueAt()).as(where).isPresent();
    }
  }

  private static void onlyWantedPagesStart(Escalation was, Escalation is, String where) {
    for (Attempt a : is.attempts()) {
      boolean started =
          a.state() == AttemptState.SENDING
              && was.attempt(a.id()).map(b -> b.state() != AttemptState.SENDING).orElse(true);
      if (started && a.isPage()) {
        assertThat(was.state()).as(where).isEqualTo(State.OPEN);
        assertThat(a.gen()).as(where).isEqualTo(was.gen());
      }
    }
  }

  private static void oneHolds(Escalation e, String where) {
    long holding = e.acks().stream().filter(Ack::holds).count();
    boolean taken = e.state() == State.ACKED || e.state() == State.ENGAGED;
    if (e.state() != State.RESOLVED) {
      assertThat(holding).as(where).isEqualTo(taken ? 1 : 0);
    }
  }

  private static void generationsGrowAndLogHasNoGaps(Escalation was, Escalation is, String where) {
    assertThat(is.gen()).as(where).isGreaterThanOrEqualTo(was.gen());
    List<Long> rows = is.log().stream().map(EscalationEvent::seq).toList();
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i)).as(where).isEqualTo(rows.get(i - 1) + 1);
    }
    if (!rows.isEmpty()) {
      assertThat(rows.getLast()).as(where).isEqualTo(is.seq());
    }
  }

  private static void finishedStaysFinished(Escalation was, Escalation is, String where) {
    for (Attempt a : was.attempts()) {
      boolean over = a.state().isDead() || a.state() == AttemptState.DELIVERED;
      if (over) {
        assertThat(is.attempt(a.id()).map(Attempt::state)).as(where).hasValue(a.state());
      }
    }
  }
}
