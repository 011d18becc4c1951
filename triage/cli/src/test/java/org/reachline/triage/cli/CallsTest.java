package org.reachline.triage.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of calls and files that are not as they should be. */
class CallsTest {
  private static final String SMALL =
      """
      version 9
      cue burn.words RISK medical high
        en: burns
        es: quemaduras
        burnt
      """;

  @TempDir Path folder;

  /** What a call left behind. */
  private record Run(int code, String out, String err) {}

  @Test
  void aFileIsCheckedBesideTheRulesOfAFolder() throws Exception {
    Path set = Files.createDirectory(folder.resolve("set"));
    String saw = "version 1\ncue our.saw WEAPON\n  en: a saw\n  es: una sierra\n  saw\n";
    Files.writeString(set.resolve("tools.txt"), saw);
    Path more = write("more.txt", "version 2\nmore our.saw\n  chainsaw\n");
    Path twice = write("twice.txt", saw);
    Path inPlace = Files.createDirectory(folder.resolve("new")).resolve("tools.txt");
    Files.writeString(inPlace, saw + "  chainsaw\n");

    assertThat(run("check-rules", more.toString(), "--rules", set.toString()).out())
        .contains("good: version 1+2-", " 1 cues, 0 frames, 2 phrases");
    assertThat(run("check-rules", twice.toString(), "--rules", set.toString()).out())
        .contains("twice.txt:2: expected a cue id not used before");
    assertThat(run("check-rules", inPlace.toString(), "--rules", set.toString()).out())
        .contains("good: version 1-", " 1 cues, 0 frames, 2 phrases");
    assertThat(run("check-rules", more.toString()).out())
        .contains("more.txt:2: expected the id of a cue, got our.saw");
    assertThat(run("check-rules", set.toString(), "--rules", set.toString()).code()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNoTextIsNamedByLine() throws Exception {
    byte[] rules = "version 1\n# ni\u00f1o\n".getBytes(ISO_8859_1);
    byte[] lines = ("{\"text\":\"ok\"}\n{\"text\":\"ni\u00f1o\"}\n").getBytes(ISO_8859_1);
    Path badRules = Files.write(folder.resolve("bad.txt"), rules);
    Path badLines = Files.write(folder.resolve("bad.jsonl"), lines);

    assertThat(run("check-rules", badRules.toString()).out())
        .contains("bad.txt:2: expected text in UTF-8");
    for (List<String> call :
        List.of(
            List.of("score", badLines.toString()),
            List.of("agree", badLines.toString(), badLines.toString()))) {
      Run run = run(call.toArray(String[]::new));
      assertThat(run.err()).as(call.getFirst()).contains("bad.jsonl:2: expected UTF-8");
      assertThat(run.code()).isEqualTo(1);
    }
  }

  @Test
  void aByteOrderMarkIsReadOver() throws Exception {
    Path set = write("mark.jsonl", "\ufeff" + label("1", "en", "medical", "high"));
    String rules = write("mark.txt", "\ufeff" + SMALL).toString();

    assertThat(run("score", set.toString(), "--rules", rules, "--alone").code()).isZero();
    assertThat(run("agree", set.toString(), set.toString()).code()).isZero();
    assertThat(run("check-rules", rules, "--alone").out()).startsWith("good: ");
  }

  @Test
  void explainSaysHeldBackOnlyOfWhatWas() throws Exception {
    assertThat(run("explain", "im gonna kill him lol").out()).contains("held back: laughter");
    assertThat(run("explain", "hes gonna kill me lol he has a gun").out())
        .doesNotContain("held back: ");
  }

  @Test
  void aBadThreadIsNamedByFileAndLine() throws Exception {
    String head = "\n{\"category\":\"medical\",\"severity\":\"high\",\"messages\":";
    for (String messages :
        List.of(
            "\"hello\"}",
            "[]}",
            "[{\"text\":\"hello\"}],\"text\":\"hello\"}",
            "[{\"text\":\"hello\"},{\"text\":7}]}",
            "[{\"text\":\"hello\"},\"hello\"]}",
            "[{\"text\":\"hello\"},{\"after_minutes\":\"two\",\"text\":\"hello\"}]}",
            "[{\"after_minutes\":5,\"text\":\"hello\"},{\"after_minutes\":2,\"text\":\"hello\"}]}")) {
      Path set = write("thread.jsonl", head + messages + "\n");

      Run run = run("score", set.toString());

      assertThat(run.code()).as(messages).isEqualTo(1);
      assertThat(run.err()).contains("thread.jsonl:2: expected ").doesNotContain("hello");
    }
  }

  @Test
  void aGateWithoutFiguresSaysSo() throws Exception {
    Path floors = write("floors.json", "[]");

    Run list = run("gate", folder.toString());
    Files.writeString(floors, "{\"gap_at_most\":\"none\"}");
    Run words = run("gate", folder.toString());

    assertThat(list.err()).contains("floors.json: expected a JSON object of figures");
    assertThat(words.err()).contains("floors.json: expected a number for gap_at_most");
  }

  @Test
  void trainingNeedsCrises() throws Exception {
    Path tuning = Files.createDirectory(folder.resolve("tuning"));
    Files.writeString(tuning.resolve("a.jsonl"), label("1", "en", "none", "none"));

    Run run = run("train", folder.toString(), "--out", folder + "/learned.txt");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("tuning: expected crises");
  }

  @Test
  void probabilitiesThatTheRulesWouldRefuseAreRefusedBeforeTraining() throws Exception {
    for (String from :
        List.of("0.9,0.5,0.6,0.5,0.5,0.5", "0.3,0.6", "0.3,0.3,0.6,0.6,1.5,0.5", "a,b,c,d,e,f")) {
      Run run = run("train", "sets", "--out", folder + "/learned.txt", "--from", from);

      assertThat(run.code()).as(from).isEqualTo(2);
      assertThat(run.err()).contains("support not above review");
    }
  }

  @Test
  void anOptionThatIsNotOfTheCommandOrComesTwiceAndAPathThatLeadsNowhereAreNamed() {
    assertThat(run("assess", "--misses").err()).contains("no option --misses here");
    assertThat(run("score", "--json", "--json", "x").err()).contains("--json is given twice");
    assertThat(run("gate", "/no/such").err()).contains("no such file or folder: /no/such");
    assertThat(run("train", "x", "--out", "/no/such/file").err()).contains("--out FILE: a file");
  }

  private static String label(String id, String lang, String category, String severity) {
    return "{\"id\":\"%s\",\"text\":\"t\",\"lang\":\"%s\",\"category\":\"%s\",\"severity\":\"%s\"}\n"
        .formatted(id, lang, category, severity);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Run run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Main.run(args, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }
}
