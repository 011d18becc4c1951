package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.triage.Assessment;
import org.reachline.triage.Category;
import org.reachline.triage.Context;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.reachline.triage.Triage;

class TrainerTest {
  private static final List<Labelled> LINES = lines();

  @Test
  void theSameLinesGiveTheSameFile() {
    assertThat(file()).isEqualTo(file());
  }

  @Test
  void whatItWritesIsARuleFileThatFindsWordingItWasTrainedOn() {
    Rules rules = rules(file());

    assertThat(severity("the green lantern is out again tonight", rules))
        .isEqualTo(Severity.ELEVATED);
    assertThat(severity("lunch is at noon again today", rules)).isEqualTo(Severity.NONE);
  }

  @Test
  void theTableTellsWhatReachesAProbabilityWhenItsAuthorWasNotTrainedOn() {
    assertThat(trainer(LINES).heldOut().lines())
        .hasSize(20)
        .anyMatch(line -> line.startsWith("0.60   1.000   0.000     0.000     0.0000    0.0000"));
  }

  @Test
  void aCrisisOfUnknownCategoryTeachesWhatACrisisIsAndNothingOfAnyCategory() {
    var label = new Labelled.Label(Category.NONE, Severity.HIGH, List.of());
    var more = new ArrayList<>(LINES);
    for (int i = 0; i < 5; i++) {
      more.add(Lines.of("u" + i, "the red kite came down " + i, "en", label));
    }

    assertThat(weights("medical", more)).isEqualTo(weights("medical", LINES));
    assertThat(weights("crisis", more)).isNotEqualTo(weights("crisis", LINES));
  }

  private static String weights(String name, List<Labelled> lines) {
    String start = "weights " + name + " ";
    return trainer(lines)
        .file("test", List.of())
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private static String file() {
    return trainer(LINES)
        .file("test", List.of("support 0.2 0.1", "review 0.5 0.5", "page 0.6 0.5"));
  }

  private static Trainer trainer(List<Labelled> labelled) {
    var ordinary = List.of(Lines.ordinary("o", "see you at lunch"));
    var everyday = List.of(Lines.ordinary("e", "running late, save me a seat"));
    return new Trainer(
        labelled, ordinary, everyday, List.of(), List.of(), rules("version words\n"));
  }

  /** Two authors who write of lanterns when in danger and of lunch when not. */
  private static List<Labelled> lines() {
    var lines = new ArrayList<Labelled>();
    for (String who : List.of("a", "b")) {
      for (int i = 0; i < 20; i++) {
        String crisis = "the green lantern " + List.of("is out", "went dark").get(i % 2) + " " + i;
        lines.add(Lines.of(who + i, crisis, Category.MEDICAL, Severity.HIGH));
        lines.add(Lines.none(who + "n" + i, "lunch is at noon again " + i));
      }
    }
    return lines;
  }

  private static Rules rules(String file) {
    return switch (Rules.parse("rules.txt", file)) {
      case Rules.Loaded(var rules) -> rules;
      case Rules.Refused(var errors) -> throw new AssertionError(errors.describe());
    };
  }

  private static Severity severity(String text, Rules rules) {
    var context = Context.at(java.time.Instant.EPOCH);
    return ((Assessment.Assessed) Triage.assess(text, context, rules)).severity();
  }
}
