package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.triage.Category;
import org.reachline.triage.Severity;

class TrainingDataTest {
  @TempDir private Path folder;

  @Test
  void ofForumCommentsThoseWithoutDistressAreEverydayTalkAndMaskedNamesAreLeftOut()
      throws IOException {
    Path file = folder.resolve("comments.tsv");
    Files.writeString(file, "nice one [NAME]!\t0,27\ta\ni am so afraid\t14\tb\nok\t27\tc\n");

    assertThat(ForumComments.calm(file))
        .extracting(Labelled::text)
        .containsExactly("nice one !", "ok");
  }

  @Test
  void aCommentOfAnotherShapeIsToldByFileAndLineWithoutItsText() throws IOException {
    Path file = folder.resolve("comments.tsv");
    Files.writeString(file, "fine\t27\ta\nsecret words\n");

    assertThatThrownBy(() -> ForumComments.calm(file))
        .hasMessageContaining("comments.tsv:2: expected a text, emotions and an id")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aRuleStandsAloneWhenItFoundManyCrisesAndNothingHarmless() throws IOException {
    Path rules = folder.resolve("rules");
    Files.createDirectories(rules);
    Files.writeString(
        rules.resolve("r.txt"),
        "version t\n"
            + risk("good", "lantern")
            + risk("loose", "lamp")
            + risk("rare", "torch")
            + frame("proven", "good")
            + frame("unsure", "loose"));
    var lines = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      lines.append(line("a lantern and a lamp " + i, Category.MEDICAL, Severity.HIGH));
    }
    lines.append(line("my torch", Category.MEDICAL, Severity.HIGH));
    for (int i = 0; i < 8; i++) {
      lines.append(line("buy a lamp " + i, Category.NONE, Severity.NONE));
    }
    Path labelled = Files.writeString(folder.resolve("l.jsonl"), lines);
    Path written = folder.resolve("support.txt");

    assertThat(run("support", labelled, "--rules", rules, "--out", written, "--except", "rare"))
        .isZero();
    assertThat(Files.readString(written)).endsWith("support *\nalone good proven rare\n");
  }

  private static String risk(String id, String phrase) {
    return "cue %s RISK medical high%n  en: x%n  es: x%n  %s%n".formatted(id, phrase);
  }

  private static String frame(String id, String cue) {
    return "frame %s medical high wide%n  any %s%n".formatted(id, cue);
  }

  private static String line(String text, Category category, Severity severity) {
    return "{\"id\":\"%s\",\"text\":\"%s\",\"category\":\"%s\",\"severity\":\"%s\"}%n"
        .formatted(text, text, Answers.lower(category), Answers.lower(severity));
  }

  private static int run(Object... arguments) throws IOException {
    var words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    var out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return Main.run(words, out, out);
  }
}
