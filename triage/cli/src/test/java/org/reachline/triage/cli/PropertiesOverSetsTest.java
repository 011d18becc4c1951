package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Context;
import org.reachline.triage.Evidence;
import org.reachline.triage.RuleFile;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.reachline.triage.Triage;

/**
 * What must hold for every message, over all lines of the tuning part. Named by id, never quoted.
 */
class PropertiesOverSetsTest {
  private static final Path TUNING = Path.of("../sets/tuning");
  private static final Context ALONE = Context.at(Instant.EPOCH);
  private static final Rules RULES = Rules.core();
  private static final List<String> ASIDES =
      List.of(
          "lol",
          "no",
          "not",
          "it was years ago in a movie",
          "jaja es broma",
          "STOP",
          "ok thanks",
          "nunca");

  @Test
  void textAtABoundaryNeverLowersAnImminent() throws Exception {
    var wrong = new ArrayList<String>();
    for (Labelled line : tuning()) {
      if (severity(line.text()) == Severity.IMMINENT) {
        for (String aside : ASIDES) {
          keeps(line, aside + "\n" + line.text(), wrong);
          keeps(line, aside + ". " + line.text(), wrong);
          keeps(line, line.text() + "\n" + aside, wrong);
          keeps(line, line.text() + ". " + aside, wrong);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void capitalsDoNotLower() throws Exception {
    neverLowers(text -> text.toUpperCase(Locale.ROOT));
  }

  @Test
  void accentsTakenApartDoNotLower() throws Exception {
    neverLowers(text -> Normalizer.normalize(text, Normalizer.Form.NFD));
  }

  @Test
  void hiddenCharactersDoNotLower() throws Exception {
    neverLowers(text -> text.replace(" ", " \u200b\u2060").replace("a", "a\u00ad"));
  }

  @Test
  void wideBlanksDoNotLower() throws Exception {
    neverLowers(text -> text.replace(" ", "  \u00a0"));
  }

  @Test
  void neutralEmojiAroundDoesNotLower() throws Exception {
    neverLowers(text -> "\ud83d\ude4f " + text + " \u2764\ufe0f");
  }

  @Test
  void kindWordsAroundDoNotLower() throws Exception {
    neverLowers(text -> "hi miss its me from tuesday.\n" + text + "\nthank you and god bless");
  }

  @Test
  void theSameAgainIsTheSameOnEveryThread() throws Exception {
    List<Assessment> once = tuning().stream().map(l -> assess(l.text(), RULES)).toList();
    Rules loadedAgain = Rules.core();

    List<Assessment> again =
        tuning().parallelStream().map(l -> assess(l.text(), loadedAgain)).toList();

    assertThat(again).isEqualTo(once);
  }

  @Test
  void evidenceLiesInTheTextAndSplitsNoCharacter() throws Exception {
    for (Labelled line : tuning()) {
      String text = line.text();
      for (Evidence e : ((Assessed) assess(text, RULES)).evidence()) {
        assertThat(e.end()).as(line.id()).isLessThanOrEqualTo(text.length());
        assertThat(Character.isLowSurrogate(text.charAt(e.start()))).as(line.id()).isFalse();
        assertThat(Character.isHighSurrogate(text.charAt(e.end() - 1))).as(line.id()).isFalse();
      }
    }
  }

  /**
   * An agency calls whole lines harmless or minor; whatever of it is accepted lowers nothing
   * imminent.
   */
  @Test
  void noAgencyFileLowersAnImminent() throws Exception {
    List<Labelled> imminent =
        tuning().stream().filter(l -> severity(l.text()) == Severity.IMMINENT).toList();
    var rules =
        new StringBuilder("version a\ncue a.minor RISK medical low idiom\n  en: x\n  es: x\n");
    for (Labelled line : imminent) {
      List<String> words = Overlap.words(line.text());
      rules
          .append("  ")
          .append(String.join(" ", words.subList(0, Math.min(12, words.size()))))
          .append('\n');
    }
    Rules.Outcome outcome = RULES.with(new RuleFile("agency", rules.toString()));

    assertThat(outcome).isInstanceOf(Rules.Loaded.class);
    for (Labelled line : imminent) {
      Assessed assessed = (Assessed) assess(line.text(), ((Rules.Loaded) outcome).rules());
      assertThat(assessed.severity()).as(line.id()).isEqualTo(Severity.IMMINENT);
    }
  }

  private static void neverLowers(UnaryOperator<String> change) throws Exception {
    var wrong = new ArrayList<String>();
    for (Labelled line : tuning()) {
      Severity before = severity(line.text());
      Severity after = severity(change.apply(line.text()));
      if (!after.atLeast(before)) {
        wrong.add(line.id() + " " + before + " -> " + after);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void keeps(Labelled line, String text, List<String> wrong) {
    if (severity(text) != Severity.IMMINENT) {
      wrong.add(line.id());
    }
  }

  private static List<Labelled> tuning() throws Exception {
    assumeTrue(Files.isDirectory(TUNING), "skipped: no tuning lines yet");
    try (var files = Files.list(TUNING)) {
      assumeTrue(
          files.anyMatch(f -> f.toString().endsWith(".jsonl")), "skipped: no tuning lines yet");
    }
    return LabelledFiles.read(List.of(TUNING.toString()));
  }

  private static Severity severity(String text) {
    return ((Assessed) assess(text, RULES)).severity();
  }

  private static Assessment assess(String text, Rules rules) {
    return Triage.assess(text, ALONE, rules);
  }
}
