package org.reachline.contracts.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Flows with a known hole each: the harness must find it and say where. */
class SabotagedToysTest {
  @Test
  void anOffsetCommittedBeforeThePublish() {
    Toy wrong =
        Toy.listener(
            "commits early",
            (ports, text) -> {
              ports.thread().put(text);
              ports.offsets().commit(text);
              ports.publish(text);
            });

    assertThat(brokenBy(wrong))
        .anyMatch(
            line ->
                line.startsWith(
                    "scenario \"commits early\", call 2 toyOffsets.commit, CRASH_AFTER: "))
        .anyMatch(
            line ->
                line.startsWith(
                    "scenario \"commits early\", call 3 toyTopic.publish, CRASH_BEFORE: "))
        .allMatch(line -> line.lines().count() == 1);
  }

  @Test
  void anAppendThatIsNotIdempotent() {
    Toy wrong =
        Toy.listener(
            "appends blindly",
            (ports, text) -> {
              ports.thread().append(text);
              ports.publish(text);
              ports.offsets().commit(text);
            });

    assertThat(brokenBy(wrong))
        .anyMatch(
            line ->
                line.startsWith(
                    "scenario \"appends blindly\", call 1 toyThread.append, CRASH_AFTER: "))
        .anyMatch(line -> line.contains("TWICE"));
  }

  @Test
  void anAcknowledgementBeforeTheWrite() {
    Toy wrong =
        Toy.webhook(
            "acks early",
            (ports, text) -> {
              ports.client().acknowledge(text);
              ports.thread().put(text);
            });

    assertThat(brokenBy(wrong))
        .anyMatch(
            line ->
                line.startsWith(
                    "scenario \"acks early\", call 1 toyClient.acknowledge, CRASH_AFTER: "))
        .anyMatch(
            line ->
                line.startsWith("scenario \"acks early\", call 2 toyThread.put, ERROR_BEFORE: "));
  }

  @Test
  void aFailedPublishThatIsIgnored() {
    Toy wrong =
        Toy.listener(
            "ignores errors",
            (ports, text) -> {
              ports.thread().put(text);
              ports.topic().publish(text).exceptionally(_ -> null).toCompletableFuture().join();
              ports.offsets().commit(text);
            });

    assertThat(brokenBy(wrong))
        .isNotEmpty()
        .allMatch(line -> line.contains("toyTopic.publish, ERROR_BEFORE"));
  }

  @Test
  void aCheckAndActThatAnotherInstanceComesBetween() {
    Toy wrong =
        Toy.listener(
            "checks, then acts",
            (ports, text) -> {
              if (!ports.thread().contains(text)) {
                ports.thread().append(text);
              }
              ports.publish(text);
              ports.offsets().commit(text);
            });

    assertThat(singlesOf(wrong, Set.of(Mode.CRASH_BEFORE, Mode.CRASH_AFTER, Mode.ERROR_BEFORE)))
        .isEmpty();
    assertThat(singlesOf(wrong, Set.of(Mode.DELAYED)))
        .anyMatch(line -> line.contains("call 1 toyThread.contains, DELAYED"));
  }

  @Test
  void aHoleThatTakesTwoFaults() {
    Toy wrong =
        new Toy(
            "repairs once",
            (world, faults) -> {
              Toy.Ports ports = Toy.Ports.of(world, faults);
              for (String text : List.copyOf(world.uncommitted())) {
                ports.thread().put(text);
                publishOrRepair(ports, text);
                ports.offsets().commit(text);
              }
            },
            List.of(ToyWorld::everyTextIsAnnounced));

    assertThat(singlesOf(wrong, Mode.USUAL)).isEmpty();
    assertThat(brokenBy(wrong))
        .anyMatch(
            line ->
                line.startsWith(
                    "scenario \"repairs once\", call 2 toyTopic.publish, ERROR_BEFORE,"
                        + " then call 3 toyTopic.publish, ERROR_BEFORE: "));
  }

  @Test
  void aFlowThatNeverComesToRest() {
    Toy restless =
        Toy.listener(
            "restless",
            (ports, text) -> {
              while (!ports.thread().contains("never")) {
                ports.thread().put(text);
              }
            });

    assertThat(brokenBy(restless))
        .singleElement()
        .asString()
        .contains("no fault")
        .contains("does not come to rest");
  }

  @Test
  void aScenarioThatIsNotRepeatable() {
    AtomicInteger runs = new AtomicInteger();
    Toy moody =
        Toy.listener(
            "moody",
            (ports, text) -> {
              if (runs.incrementAndGet() > 3) {
                assertThat(ports.thread().contains(text)).isIn(true, false);
              }
              ports.thread().put(text);
              ports.publish(text);
              ports.offsets().commit(text);
            });

    assertThat(brokenBy(moody)).anyMatch(line -> line.contains("not repeatable"));
  }

  private static void publishOrRepair(Toy.Ports ports, String text) {
    try {
      ports.publish(text);
    } catch (RuntimeException e) {
      boolean lost = ports.topic().publish(text).toCompletableFuture().isCompletedExceptionally();
      assertThat(lost).isIn(true, false); // and nobody looks at it
    }
  }

  private static List<String> brokenBy(Toy toy) {
    return CrashEnumerator.of(toy).report().broken();
  }

  private static List<String> singlesOf(Toy toy, Set<Mode> modes) {
    return CrashEnumerator.of(toy).modes(modes).pairs(0).report().broken();
  }
}
