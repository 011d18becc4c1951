package org.reachline.triage.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a person runs it. */
class CommandLineIT {
  private static final Path JAR = Path.of("target/triage-cli.jar");

  @TempDir Path folder;

  /** What a run left behind. */
  private record Run(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  @Test
  void assessAnswersEveryLineInOrder() throws Exception {
    Run run =
        run(
            """
            {"id":"a","text":"i cant feel my hands and its freezing, nowhere to sleep"}
            {"id":"b","text":"ok thanks \\ud83d\\ude00"}
            """,
            "assess");

    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(2);
    assertThat(run.lines().getFirst())
        .startsWith("{\"id\":\"a\",\"category\":\"exposure\",\"severity\":\"imminent\",")
        .contains("{\"start\":2,\"end\":20,\"cue\":\"cold.numb\",\"type\":\"BODY_SIGN\",")
        .contains("\"effect\":\"raises\"}")
        .contains("\"version\":\"");
    assertThat(run.lines().getLast())
        .startsWith("{\"id\":\"b\",\"category\":\"none\",\"severity\":\"none\",\"evidence\":[],");
  }

  @Test
  void aBadLineIsAnsweredAndHidesNoOther() throws Exception {
    Run run =
        run(
            """
            canary words
            {"id":7,"text":null}

            [1]
            {"id":"x"} {"text":"y"}
            {"id":"last","text":"im suicidal"}
            """,
            "assess");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(5);
    assertThat(run.lines().subList(0, 4)).allMatch(l -> l.contains("\"status\":\"UNASSESSED\""));
    assertThat(run.lines().subList(0, 4)).allMatch(l -> l.contains("\"error\":\"expected "));
    assertThat(run.lines().get(1)).startsWith("{\"id\":7,");
    assertThat(run.lines().getLast()).contains("\"severity\":\"high\"");
    assertThat(run.err()).contains("4").doesNotContain("canary");
    assertThat(run.out()).doesNotContain("canary");
  }

  @Test
  void bytesThatAreNoTextAreLeftToAPersonAndTheNextLineIsAssessed() throws Exception {
    var in = new ByteArrayOutputStream();
    in.writeBytes("\ufeff{\"id\":\"first\",\"text\":\"im suicidal\"}\r\n".getBytes(UTF_8));
    in.writeBytes("{\"id\":\"b\",\"text\":\"ni\u00f1o\"}\n".getBytes(ISO_8859_1));
    in.writeBytes("{\"id\":\"\u00f1\",\"text\":\"x\"}\n".getBytes(ISO_8859_1));
    in.writeBytes("{\"id\":\"last\",\"text\":\"im suicidal\"}".getBytes(UTF_8));

    Run run = run(in.toByteArray(), "assess");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.lines()).hasSize(4);
    assertThat(run.lines().get(0)).startsWith("{\"id\":\"first\",\"category\":\"suicide");
    assertThat(run.lines().get(1))
        .startsWith("{\"id\":\"b\",\"status\":\"UNASSESSED\",\"reason\":\"UNREADABLE\"");
    assertThat(run.lines().get(2))
        .startsWith("{\"id\":null,\"line\":3,\"status\":\"UNASSESSED\",\"reason\":\"UNREADABLE\"");
    assertThat(run.lines().get(3)).startsWith("{\"id\":\"last\",\"category\":\"suicide");
  }

  @Test
  void anIdComesBackAsItWas() throws Exception {
    Run run =
        run(
            """
            {"id":"\\ud800","text":"\\ud800 im suicidal"}
            {"id":3.10,"text":"ok"}
            {"id":"niño 😀","text":"ok"}
            """,
            "assess");

    assertThat(run.lines().get(0)).startsWith("{\"id\":\"\\ud800\",").contains("\"high\"");
    assertThat(run.lines().get(1)).startsWith("{\"id\":3.10,");
    assertThat(run.lines().get(2)).startsWith("{\"id\":\"niño 😀\",");
  }

  @Test
  void aMessageGivenTwiceOrFarTooLongIsNotReadInPart() throws Exception {
    String twice = "{\"id\":\"t\",\"text\":\"im suicidal\",\"text\":\"ok\"}\n";
    String large = "{\"text\":\"" + "blah ".repeat(InputLines.LONGEST / 5) + "\"}\n";

    Run run = run(twice + large + "{\"id\":\"last\",\"text\":\"ok\"}\n", "assess");

    assertThat(run.lines().get(0)).contains("UNASSESSED", "each name in it once");
    assertThat(run.lines().get(1)).contains("\"line\":2", "UNREADABLE");
    assertThat(run.lines().get(2)).contains("\"none\"");
  }

  @Test
  void hostileTextsAreAssessed() throws Exception {
    String loneHalf = "{\"id\":\"s\",\"text\":\"\\ud800 im suicidal \\udc00\"}\n";
    String empty = "{\"id\":\"e\",\"text\":\"\"}\n";
    String large = "{\"id\":\"m\",\"text\":\"" + "blah ".repeat(200_000) + " im suicidal\"}\n";

    Run run = run(loneHalf + empty + large, "assess");

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .extracting(l -> l.contains("\"high\""))
        .containsExactly(true, false, true);
  }

  @Test
  void explainMarksTheSpansInBothLanguages() throws Exception {
    String text = "i cant feel my hands and its freezing";

    Run english = run("", "explain", text);
    Run spanish = run("", "explain", "--lang", "es", text);

    assertThat(english.code()).isZero();
    assertThat(english.out())
        .contains("i [cant feel my hands] and", "sign of cold injury", "IMMINENT");
    assertThat(spanish.out()).contains("i [cant feel my hands] and", "INMINENTE", "eleva");
  }

  @Test
  void scoreReportsMeasuresGroupsAndAlarms() throws Exception {
    Path set =
        write(
            "set.jsonl",
            "{\"id\":\"1\",\"text\":\"im gonna kill myself right now\",\"lang\":\"en\","
                + "\"category\":\"suicide_self_harm\",\"severity\":\"imminent\"}\n"
                + "{\"id\":\"2\",\"text\":\"gracias por la cita\",\"lang\":\"es\",\"category\":\"none\",\"severity\":\"none\"}\n"
                + "{\"id\":\"3\",\"text\":\"todo tranquilo\",\"lang\":\"es\",\"category\":\"medical\",\"severity\":\"high\"}\n");
    Path ordinary =
        write("plain.jsonl", "{\"text\":\"see you at nine\"}\n{\"text\":\"im suicidal\"}\n");

    Run run = run("", "score", "--misses", set.toString(), ordinary.toString());
    Run json = run("", "score", "--json", "--misses", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.lines())
        .anyMatch(l -> l.contains("C  imminent paged") && l.contains("1.000 [0.21-1.00] 1/1"))
        .anyMatch(l -> l.contains("alarms") && l.contains("500.00") && l.contains("1/2"))
        .anyMatch(l -> l.equals("  3  medical/high -> none/none"))
        .anyMatch(l -> l.startsWith("  plain.jsonl:2  ordinary -> suicide"));
    assertThat(Json.read(json.out()).path("groups").path("es").path("A").path("of").asInt())
        .isEqualTo(1);
    assertThat(Json.read(json.out()).path("misses").path("A").size()).isEqualTo(1);
    assertThat(run.out() + json.out()).doesNotContain("tranquilo");
  }

  @Test
  void anAnswerThatCannotBeWrittenIsNoSuccess() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: no device that is always full");

    Run run = run("{\"text\":\"ok\"}\n".getBytes(UTF_8), full, "assess");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("cannot write to standard output");
  }

  @Test
  void aBadSetIsNamedByFileAndLine() throws Exception {
    Path set =
        write("bad.jsonl", "{\"text\":\"x\",\"category\":\"none\",\"severity\":\"awful\"}\n");

    Run run = run("", "score", set.toString());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("bad.jsonl:1: expected a known severity: none low elevated high imminent");
  }

  @Test
  void checkRulesNamesFileLineAndWhatWasExpected() throws Exception {
    Path bad =
        write("agency.txt", "version 1\ncue a NEG\n  hi\nlist x = (a\ncue b WEAPON\n  {x}\n");
    Path good =
        write(
            "good.txt", "version 1\ncue agency.saw WEAPON\n  en: a saw\n  es: una sierra\n  saw\n");

    Run refused = run("", "check-rules", bad.toString());
    Run accepted = run("", "check-rules", good.toString());

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.lines())
        .anyMatch(l -> l.contains("agency.txt:2: expected a type that lowers nothing"))
        .anyMatch(l -> l.contains("agency.txt:6: expected a closing bracket"));
    assertThat(accepted.code()).isZero();
    assertThat(accepted.out()).startsWith("good: version ");
  }

  @Test
  void otherRulesMayBeUsed() throws Exception {
    Path more = write("more.txt", "version 9\nmore sui.active\n  gone fishing forever\n");

    Run run =
        run(
            "{\"id\":\"a\",\"text\":\"gone fishing forever\"}\n",
            "assess",
            "--rules",
            more.toString());

    assertThat(run.out()).contains("\"severity\":\"high\"").contains("+9-");
  }

  @Test
  void agreementIsToldByLanguage() throws Exception {
    Path first =
        write("a.jsonl", label("1", "en", "medical", "high") + label("2", "es", "none", "none"));
    Path second =
        write(
            "b.jsonl", label("1", "en", "medical", "imminent") + label("2", "es", "none", "none"));

    Run run = run("", "agree", first.toString(), second.toString());

    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().getFirst())
        .contains("2 lines", "category raw 1.000 kappa 1.000", "severity raw 0.500");
  }

  @Test
  void aWrongCallSaysWhatWasExpected() throws Exception {
    assertThat(run("", "nothing").err()).contains("no command nothing");
    assertThat(run("", "score").err()).contains("expected: score DIR|FILE");
    assertThat(run("", "score", "/no/such/place").err()).contains("no such file or folder");
    assertThat(run("", "assess", "--wat").err()).contains("no option --wat");
    assertThat(run("", "nothing").code()).isEqualTo(2);
    assertThat(run("", "--help").out()).contains("assess", "explain", "score", "check-rules");
  }

  private static String label(String id, String lang, String category, String severity) {
    return "{\"id\":\"%s\",\"text\":\"t\",\"lang\":\"%s\",\"category\":\"%s\",\"severity\":\"%s\"}\n"
        .formatted(id, lang, category, severity);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Run run(String in, String... args) throws Exception {
    return run(in.getBytes(UTF_8), args);
  }

  private static Run run(byte[] in, String... args) throws Exception {
    return run(in, Files.createTempFile("cli", "out"), args);
  }

  private static Run run(byte[] in, Path out, String... args) throws Exception {
    Path work = Files.createTempDirectory("cli");
    Path input = Files.write(work.resolve("in"), in);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectOutput(out.toFile())
            .redirectError(work.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String written = Files.isRegularFile(out) ? Files.readString(out) : "";
    return new Run(process.exitValue(), written, Files.readString(work.resolve("err")));
  }
}
