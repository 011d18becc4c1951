package org.reachline.contracts.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Flow.Publisher;
import org.junit.jupiter.api.Test;

class CrashEnumeratorTest {
  private static final Toy CORRECT =
      Toy.listener(
          "three texts",
          (ports, text) -> {
            ports.thread().put(text);
            ports.publish(text);
            ports.offsets().commit(text);
          });

  @Test
  void aCorrectFlowPassesAllSinglesAndPairs() {
    Report report = CrashEnumerator.of(CORRECT).pairs(100_000).enumerate();

    assertThat(report.calls()).isEqualTo(9);
    assertThat(report.pairs()).isEqualTo(report.allPairs()).isGreaterThan(1_000);
    assertThat(report.runs()).isEqualTo(1 + 9 * 6 + report.pairs());
  }

  @Test
  void aCorrectFlowStandsAStalledProcessToo() {
    CrashEnumerator.of(CORRECT).modes(EnumSet.allOf(Mode.class)).enumerate();
  }

  @Test
  void aCorrectWebhookPasses() {
    CrashEnumerator.of(
            Toy.webhook(
                "three webhooks",
                (ports, text) -> {
                  ports.thread().put(text);
                  ports.client().acknowledge(text);
                }))
        .enumerate();
  }

  @Test
  void whatADeadProcessDoesHasNoEffect() {
    Toy undying =
        Toy.listener(
            "catches everything",
            (ports, text) -> {
              try {
                ports.thread().put(text);
                ports.publish(text);
              } catch (Throwable _) {
                ports
                    .offsets()
                    .commit(text); // as wrong as can be, but only a living process could do it
              }
              ports.offsets().commit(text);
            });

    assertThat(singlesOf(undying, Set.of(Mode.CRASH_BEFORE, Mode.CRASH_AFTER))).isEmpty();
    assertThat(singlesOf(undying, Set.of(Mode.ERROR_BEFORE))).isNotEmpty();
  }

  @Test
  void theSameSeedGivesTheSameSample() {
    Toy wrong =
        Toy.listener(
            "blind",
            (ports, text) -> {
              ports.thread().append(text);
              ports.publish(text);
              ports.offsets().commit(text);
            });

    Report first = CrashEnumerator.of(wrong).pairs(50).seed(7).report();
    Report again = CrashEnumerator.of(wrong).pairs(50).seed(7).report();

    assertThat(first).isEqualTo(again);
    assertThat(first.pairs()).isEqualTo(50).isLessThan(first.allPairs());
    assertThat(CrashEnumerator.of(wrong).pairs(50).seed(8).report()).isNotEqualTo(first);
  }

  @Test
  void aDefaultMethodCountsAsTheCallsItMakes() {
    Toy batch =
        new Toy(
            "batch",
            (world, faults) ->
                Toy.Ports.of(world, faults).thread().putAll(List.of("text 0", "text 1", "text 2")),
            List.of(ToyWorld::everyTextIsInTheThreadOnceInOrder));

    assertThat(CrashEnumerator.of(batch).enumerate().calls()).isEqualTo(6);
  }

  @Test
  void theErrorOfTheRealAdapterMayBeGiven() {
    ToyWorld world = new ToyWorld();
    Faults faults = new Faults(List.of(new Fault(1, Mode.ERROR_AFTER)), () -> {});
    ToyThread thread = faults.wrap(ToyThread.class, world, IllegalStateException::new);

    assertThatThrownBy(() -> thread.append("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("toyThread.append");
    assertThat(world.thread).containsExactly("a");
    assertThat(faults.history().events()).hasToString("[call 1 toyThread.append, ERROR_AFTER]");
  }

  @Test
  void aPortThatReturnsAPublisherIsRefused() {
    Publishing port = () -> _ -> {};

    assertThatThrownBy(() -> Faults.none().wrap(Publishing.class, port))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CompletionStage");
  }

  @Test
  void theReportThrowsALineForEachBrokenCase() {
    Report report = new Report("s", 2, 13, 0, 0, List.of("first", "second"));

    assertThatThrownBy(report::assertNothingBroken)
        .hasMessage(
            "scenario \"s\": 2 port calls, 13 runs (0 of 0 pairs), 2 broken\nfirst\nsecond");
  }

  private static List<String> singlesOf(Toy toy, Set<Mode> modes) {
    return CrashEnumerator.of(toy).modes(modes).pairs(0).report().broken();
  }

  /** A port of a shape the harness cannot number. */
  @FunctionalInterface
  interface Publishing {
    Publisher<String> all();
  }
}
