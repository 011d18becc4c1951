package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.reachline.triage.WeatherAlert;

/** What the case-service exports; its ExportTest holds it to the same golden file. */
class ExportedExamplesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/examples.jsonl");
  @TempDir Path folder;

  @Test
  void whatTheCaseServiceExportsIsScoredWithoutComplaint() throws Exception {
    List<Labelled> lines = LabelledFiles.read(GOLDEN);

    Score score = Score.of(Judged.all(lines, Rules.core()));

    assertThat(lines).hasSize(4).noneMatch(Labelled::isOrdinary);
    assertThat(score.unassessed()).isZero();
    assertThat(score.share("all", Measure.A).of()).isEqualTo(3);
    assertThat(score.share("all", Measure.E).of()).isEqualTo(1);
  }

  @Test
  void aCrisisOfTwoMessagesInTheExportIsFoundInItsContext() throws Exception {
    List<Labelled> threads =
        LabelledFiles.read(GOLDEN).stream().filter(l -> l.messages().size() == 2).toList();

    assertThat(Judged.all(threads, Rules.core()))
        .singleElement()
        .satisfies(judged -> assertThat(judged.found(Severity.HIGH)).isTrue());
  }

  @Test
  void theWeatherOfTheExportIsThatOfTheReading() throws Exception {
    assertThat(LabelledFiles.read(GOLDEN))
        .extracting(Labelled::weather)
        .containsOnlyOnce(WeatherAlert.COLD);
  }

  @Test
  void aDangerNobodyNamedCountsAsACrisisAndInNoCategory() throws Exception {
    Path file = file(line("suicide_self_harm", "high"), line("unknown", "imminent"));

    Score score = Score.of(Judged.all(LabelledFiles.read(file), Rules.core()));

    assertThat(score.share("all", Measure.A)).isEqualTo(new Share(2, 2));
    assertThat(score.share("all", Measure.C)).isEqualTo(new Share(1, 1));
    assertThat(score.share("all", Measure.D)).isEqualTo(new Share(0, 1));
    assertThat(score.share("all", Measure.H)).isEqualTo(new Share(1, 1));
    assertThat(score.share("all", Measure.K)).isEqualTo(new Share(1, 1));
    assertThat(score.missed(Measure.K)).isEmpty();
    assertThat(score.groups()).containsOnlyKeys("all", "en", "suicide_self_harm");
  }

  @Test
  void aMissedDangerNobodyNamedIsListedAsUnknown() throws Exception {
    Path file = file(line("unknown", "high").replace("i want to kill myself", "see you at ten"));

    Score score = Score.of(Judged.all(LabelledFiles.read(file), Rules.core()));

    assertThat(score.missed(Measure.A)).containsExactly("x-unknown  unknown/high -> none/none");
  }

  @Test
  void onlyADangerMayBeOfUnknownCategory() throws Exception {
    for (String severity : List.of("none", "low")) {
      Path file = file(line("unknown", severity));
      assertThatThrownBy(() -> LabelledFiles.read(file))
          .hasMessageContaining(":1: expected category unknown at elevated or above only");
    }
  }

  private Path file(String... lines) throws Exception {
    return Files.writeString(folder.resolve("lines.jsonl"), String.join("\n", lines));
  }

  private static String line(String category, String severity) {
    return "{'id':'x-%s','text':'i want to kill myself','lang':'en','category':'%s','severity':'%s'}"
        .formatted(category, category, severity)
        .replace('\'', '"');
  }
}
