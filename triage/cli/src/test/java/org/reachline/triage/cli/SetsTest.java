package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;

/** The labelled sets are large, varied and split so that the regression part is worth something. */
class SetsTest {
  private static final Path SETS = Path.of("../sets");

  @Test
  void theSetsOfTheProjectAreSplitAndLargeEnough() throws Exception {
    assumeTrue(holds("tuning") && holds("regression"), "skipped: no labelled lines yet");
    List<Labelled> tuning = LabelledFiles.read(List.of(SETS.resolve("tuning").toString()));
    List<Labelled> regression = LabelledFiles.read(List.of(SETS.resolve("regression").toString()));

    assertThat(SetCheck.split(tuning, regression)).isEmpty();
    assertThat(SetCheck.sizes(tuning, regression)).isEmpty();
  }

  @Test
  void aSharedRunOfFiveWordsIsRefused() {
    var wrong =
        SetCheck.split(
            List.of(Lines.none("a", "Can you take me to the clinic on monday please")),
            List.of(Lines.none("b", "they said take me to the, clinic! or else")));

    assertThat(wrong).containsExactly("a and b share five words");
  }

  @Test
  void linesOfMostlyTheSameLettersAreRefused() {
    var wrong =
        SetCheck.split(
            List.of(Lines.none("a", "necesito mi cita mañana")),
            List.of(Lines.none("b", "nesecito mi cita manana")));

    assertThat(wrong).containsExactly("a and b are alike");
  }

  @Test
  void anAuthorOrThemeOfBothPartsIsRefused() {
    var one = Lines.none("a", "first words of mine");

    assertThat(SetCheck.split(List.of(one), List.of(one)))
        .contains("author a is in both parts", "theme t-a is in both parts")
        .anyMatch(w -> w.startsWith("a has no label or the id of another line"));
    assertThat(SetCheck.split(List.of(one), List.of(Lines.none("b", "otras palabras aparte"))))
        .isEmpty();
  }

  @Test
  void setsThatAreTooSmallOrOneSidedAreRefused() {
    var wrong =
        SetCheck.sizes(
            List.of(Lines.of("a", "x", Category.MEDICAL, Severity.HIGH)),
            List.of(Lines.none("b", "y")));

    assertThat(wrong)
        .contains(
            "2 lines, expected at least 1500",
            "0.000 Spanish or mixed, expected 0.40 to 1.00",
            "1 medical high, expected at least 15",
            "0 imminent, expected at least 150")
        .noneMatch(w -> w.contains("medical elevated") || w.contains("housing_loss imminent"));
  }

  private static boolean holds(String part) throws Exception {
    Path folder = SETS.resolve(part);
    if (!Files.exists(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files.anyMatch(f -> f.toString().endsWith(".jsonl"));
    }
  }
}
