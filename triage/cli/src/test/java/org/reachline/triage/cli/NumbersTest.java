package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;
import org.reachline.triage.cli.Agreement.Pair;

/** The statistics against values worked out by hand. */
class NumbersTest {
  @Test
  void wilsonIntervalsAreThoseOfTheFormula() {
    var share = new Share(81, 263);

    assertThat(share.low()).isCloseTo(0.2553, within(0.0005));
    assertThat(share.high()).isCloseTo(0.3662, within(0.0005));
    assertThat(new Share(0, 10).low()).isZero();
    assertThat(new Share(10, 10).high()).isEqualTo(1);
    assertThat(new Share(0, 0).describe()).contains("-");
  }

  @Test
  void kappaIsThatOfATwoByTwoTable() {
    var pairs = new ArrayList<Pair>();
    add(pairs, 20, Severity.HIGH, Severity.HIGH);
    add(pairs, 5, Severity.HIGH, Severity.NONE);
    add(pairs, 10, Severity.NONE, Severity.HIGH);
    add(pairs, 15, Severity.NONE, Severity.NONE);

    Agreement agreement = Agreement.of(pairs);

    assertThat(agreement.rawCategory()).isCloseTo(0.7, within(1e-9));
    assertThat(agreement.kappa()).isCloseTo(0.4, within(1e-9));
    assertThat(agreement.weighted()).isCloseTo(0.4, within(1e-9));
  }

  @Test
  void weightedKappaForgivesNeighboursMoreThanOpposites() {
    var near = new ArrayList<Pair>();
    var far = new ArrayList<Pair>();
    for (List<Pair> pairs : List.of(near, far)) {
      add(pairs, 10, Severity.LOW, Severity.LOW);
      add(pairs, 10, Severity.IMMINENT, Severity.IMMINENT);
    }
    add(near, 5, Severity.HIGH, Severity.IMMINENT);
    add(far, 5, Severity.LOW, Severity.IMMINENT);

    assertThat(Agreement.of(near).weighted()).isGreaterThan(Agreement.of(far).weighted());
    assertThat(Agreement.of(near).rawSeverity()).isEqualTo(Agreement.of(far).rawSeverity());
  }

  @Test
  void categoriesAreComparedOnlyWhereBothPassesNamedOne() {
    var pairs = new ArrayList<Pair>();
    add(pairs, 10, Severity.HIGH, Severity.HIGH);
    add(pairs, 10, Severity.NONE, Severity.NONE);
    var unknown = new Labelled.Label(Category.NONE, Severity.HIGH, List.of());
    pairs.add(new Pair("en", Lines.of("u", "text", "en", unknown), line(Severity.HIGH)));

    Agreement agreement = Agreement.of(pairs);

    assertThat(agreement.lines()).isEqualTo(21);
    assertThat(agreement.rawCategory()).isEqualTo(1);
    assertThat(agreement.rawSeverity()).isEqualTo(1);
  }

  private static void add(List<Pair> pairs, int times, Severity first, Severity second) {
    for (int i = 0; i < times; i++) {
      pairs.add(new Pair("en", line(first), line(second)));
    }
  }

  private static Labelled line(Severity severity) {
    Category category = severity == Severity.NONE ? Category.NONE : Category.MEDICAL;
    var label = new Labelled.Label(category, severity, List.of());
    return Lines.of("id", "text", "en", label);
  }
}
