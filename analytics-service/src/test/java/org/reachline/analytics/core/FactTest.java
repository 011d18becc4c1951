package org.reachline.analytics.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.reachline.analytics.core.Milestone.Step;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Samples;

/** A fact is a join-semilattice: the laws that make order, lateness and duplicates harmless. */
class FactTest {
  private static final Samples SAMPLES = Samples.of(Samples.HARBOR);
  private static final FactKey KEY = FactKey.of(SAMPLES.conversation());
  private static final Instant START = Instant.parse("2026-01-17T04:00:00Z");

  @Test
  void unionIsCommutativeAssociativeAndIdempotent() {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      Fact a = some(random);
      Fact b = some(random);
      Fact c = some(random);

      assertThat(a.union(b)).isEqualTo(b.union(a));
      assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
      assertThat(a.union(b).union(b)).isEqualTo(a.union(b));
      assertThat(a.union(a)).isEqualTo(a);
    }
  }

  @Test
  void whatIsLeftOfVeryManyMilestonesDoesNotDependOnTheirOrder() {
    List<Milestone> many = new ArrayList<>();
    for (int i = 0; i < 5 * Steps.KEPT; i++) {
      many.add(milestone(Step.RAISED, "e" + i, i * 31 % 997, 1));
    }
    Fact inOrder = all(many);

    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(many, new Random(seed));
      assertThat(all(many)).isEqualTo(inOrder);
    }
    assertThat(inOrder.steps()).hasValueSatisfying(keepsJustEnough());
  }

  @Test
  void anEventToldTwiceIsOneMilestoneAtItsEarliestTimeWithTheNewestCodes() {
    Milestone late = new Milestone(Step.RAISED, "e", START.plusSeconds(9), 0, dims("high"), 2);
    Milestone early = new Milestone(Step.RAISED, "e", START, 0, dims("low"), 1);

    Milestone one = Fact.of(KEY, late).union(Fact.of(KEY, early)).first(Step.RAISED).orElseThrow();

    assertThat(one.at()).isEqualTo(START);
    assertThat(one.dim("severity")).isEqualTo("high");
  }

  @Test
  void factsAboutDifferentThingsDoNotJoin() {
    Fact one = Fact.of(KEY, milestone(Step.RAISED, "e", 0, 1));
    FactKey other = FactKey.of(SAMPLES.id(ConversationId::new, "other"));
    Fact two = Fact.of(other, milestone(Step.RAISED, "e", 0, 1));

    assertThatIllegalArgumentException().isThrownBy(() -> one.union(two));
  }

  @Test
  void aKeyLeadsWithItsAgencyAndReadsBack() {
    FactKey key = FactKey.of(SAMPLES.id(MessageId::new, "m"));

    assertThat(key.text()).startsWith("harbor|ms:harbor.1.");
    assertThat(FactKey.parse(key.text())).isEqualTo(key);
    assertThatIllegalArgumentException().isThrownBy(() -> FactKey.parse("harbor"));
    assertThatIllegalArgumentException().isThrownBy(() -> FactKey.parse("harbor|xx:a.1.aaaa"));
  }

  private static Condition<Steps> keepsJustEnough() {
    return new Condition<>(steps -> steps.first().size() == Steps.KEPT, "keeps %d", Steps.KEPT);
  }

  private static Fact some(Random random) {
    List<Milestone> some = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      Step step = random.nextBoolean() ? Step.RAISED : Step.ACKNOWLEDGED;
      some.add(milestone(step, "e" + random.nextInt(5), random.nextInt(20), 1 + random.nextInt(2)));
    }
    return all(some);
  }

  private static Fact all(List<Milestone> milestones) {
    return milestones.stream().map(m -> Fact.of(KEY, m)).reduce(Fact::union).orElseThrow();
  }

  private static Milestone milestone(Step step, String event, int second, int extractor) {
    return new Milestone(
        step, event, START.plusSeconds(second), 0, dims("v" + extractor), extractor);
  }

  private static SortedMap<String, String> dims(String severity) {
    return new TreeMap<>(Map.of("severity", severity));
  }
}
