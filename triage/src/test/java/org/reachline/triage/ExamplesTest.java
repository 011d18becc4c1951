package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExamplesTest {
  private static final String OUTSIDE =
      "been outside since 6 n cant feel my hands. getting sleepy. nowhere open";

  @Test
  void everyAuthoredCrisisIsFoundAtItsLevelOrAbove() {
    List<String> wrong =
        Examples.all().stream()
            .filter(line -> line.severity().atLeast(Severity.ELEVATED) && !found(line))
            .map(line -> line.id() + " " + Examples.assess(line.text()).findings())
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void noAuthoredHarmlessLineRaisesAnAlert() {
    List<String> wrong =
        Examples.all().stream()
            .filter(line -> !line.severity().atLeast(Severity.ELEVATED))
            .filter(line -> Examples.severity(line.text()).atLeast(Severity.ELEVATED))
            .map(line -> line.id() + " " + Examples.assess(line.text()).findings())
            .toList();

    assertThat(wrong).isEmpty();
  }

  @Test
  void theLinesAreManyAndAThirdAreTraps() {
    List<Examples.Line> lines = Examples.all();
    long none = lines.stream().filter(l -> l.severity() == Severity.NONE).count();
    Set<Category> categories =
        lines.stream().map(Examples.Line::category).collect(Collectors.toSet());

    assertThat(lines).hasSizeGreaterThanOrEqualTo(120);
    assertThat(none).isGreaterThanOrEqualTo(lines.size() / 3);
    assertThat(categories).containsExactlyInAnyOrder(Category.values());
    assertThat(lines).extracting(Examples.Line::id).doesNotHaveDuplicates();
  }

  @Test
  void coldInjuryIsImminentAndEachSignIsShownInOrder() {
    Assessment.Assessed assessed = Examples.assess(OUTSIDE);

    assertThat(assessed.findings())
        .containsExactly(new Finding(Category.EXPOSURE, Severity.IMMINENT));
    assertThat(Examples.spans(OUTSIDE))
        .containsSubsequence("cant feel my hands", "getting sleepy", "nowhere open");
    assertThat(assessed.evidence())
        .extracting(Evidence::effect)
        .containsOnly(Effect.RAISES, Effect.ORDERS);
    assertThat(assessed.rulesVersion()).isEqualTo(Examples.RULES.version());
  }

  @Test
  void noneHasNoCategoryAndNoRank() {
    Assessment.Assessed assessed = Examples.assess("u got socks or a blanket");

    assertThat(assessed.severity()).isEqualTo(Severity.NONE);
    assertThat(assessed.category()).isEqualTo(Category.NONE);
    assertThat(assessed.rank()).isZero();
    assertThat(assessed.evidence()).isEmpty();
  }

  @Test
  void onEqualSeverityTheCategoryThatDecidesTheResponseComesFirst() {
    Assessment.Assessed assessed =
        Examples.assess("el esta golpeando la puerta otra vez y trae un arma");

    assertThat(assessed.category()).isEqualTo(Category.DOMESTIC_VIOLENCE);
    assertThat(assessed.severity()).isEqualTo(Severity.IMMINENT);
    assertThat(assessed.neutralReply()).isTrue();
  }

  /** At its level or above, with its category among what was found at that level or above. */
  private static boolean found(Examples.Line line) {
    return Examples.assess(line.text()).findings().stream()
        .anyMatch(f -> f.category() == line.category() && f.severity().atLeast(line.severity()));
  }
}
