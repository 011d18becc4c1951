package org.reachline.cases.reading;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.AgencyId;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Context;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.slf4j.LoggerFactory;

class OverlaysTest {
  private static final Rules CORE = Rules.core();
  private static final AgencyId HARBOR = new AgencyId("harbor");
  private static final AgencyId MIRROR = new AgencyId("mirror");
  private static final String OWN =
      """
      version 2026-11-23.9
      cue harbor.word RISK exposure high
        en: the word this agency agreed on
        es: la palabra que acordó esta agencia
        quillfeather tonight
      """;
  private static final String WEAKENS =
      """
      version 2026-11-23.9
      cue harbor.joke BENIGN_FRAME
        en: said for fun
        es: dicho en broma
        i took all my pills
      """;

  @TempDir Path folder;
  private final AgencyRules rules = new AgencyRules(() -> CORE);
  private final List<String> outcomes = new ArrayList<>();
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  @BeforeEach
  void listen() {
    said.start();
    logger().addAppender(said);
  }

  @AfterEach
  void stop() {
    logger().detachAppender(said);
  }

  private static ch.qos.logback.classic.Logger logger() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Overlays.class);
  }

  private Overlays overlays() {
    return new Overlays(folder, List.of(HARBOR, MIRROR), rules, outcomes::add);
  }

  private Severity level(AgencyId agency, String words) {
    Assessment read =
        rules.assess(agency, words, Context.at(Instant.parse("2026-01-17T04:12:07Z")));
    assertThat(read).isInstanceOf(Assessed.class);
    return ((Assessed) read).severity();
  }

  private void write(String name, String content) {
    try {
      Files.writeString(folder.resolve(name), content);
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private String log() {
    return said.list.stream()
        .map(ILoggingEvent::getFormattedMessage)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatAnAgencyAddsHoldsForItAloneFromTheNextLookOn() {
    Overlays overlays = overlays();
    overlays.look();
    assertThat(level(HARBOR, "quillfeather tonight")).isEqualTo(Severity.NONE);

    write("harbor.txt", OWN);
    overlays.look();

    assertThat(level(HARBOR, "quillfeather tonight")).isEqualTo(Severity.HIGH);
    assertThat(level(MIRROR, "quillfeather tonight")).isEqualTo(Severity.NONE);
    assertThat(rules.version(HARBOR)).isNotEqualTo(CORE.version());
    assertThat(rules.meaning(HARBOR, "harbor.word", Locale.of("es")))
        .isEqualTo("la palabra que acordó esta agencia");
    assertThat(outcomes).containsExactly("loaded");
  }

  @Test
  void aBadFileLeavesTheOldRulesInForceAndSaysFileAndLine() {
    Overlays overlays = overlays();
    write("harbor.txt", OWN);
    overlays.look();
    String before = rules.version(HARBOR);

    write("harbor.txt", "version 2026-11-23.9\ncue harbor.word RISK nonsense high\n  en: x\n");
    overlays.look();
    overlays.look();

    assertThat(rules.version(HARBOR)).isEqualTo(before);
    assertThat(level(HARBOR, "quillfeather tonight")).isEqualTo(Severity.HIGH);
    assertThat(log()).contains("harbor.txt:2: expected");
    assertThat(outcomes).containsExactly("loaded", "refused");
  }

  @Test
  void aFileThatWouldWeakenWhatIsImminentIsRefusedWithTheReason() {
    write("harbor.txt", WEAKENS);

    overlays().look();

    assertThat(rules.version(HARBOR)).isEqualTo(CORE.version());
    assertThat(log()).contains("harbor.txt:5: expected no harmless phrase over cue");
    assertThat(outcomes).containsExactly("refused");
  }

  @Test
  void whereTheFileGoesTheShippedRulesHoldAgain() throws IOException {
    Overlays overlays = overlays();
    write("harbor.txt", OWN);
    overlays.look();

    Files.delete(folder.resolve("harbor.txt"));
    overlays.look();

    assertThat(rules.version(HARBOR)).isEqualTo(CORE.version());
    assertThat(level(HARBOR, "quillfeather tonight")).isEqualTo(Severity.NONE);
  }

  @Test
  void anAgencysWeatherCountsUntilItIsTakenBackAndAnUnknownWordChangesNothing() {
    Overlays overlays = overlays();
    String noRoof = "i have nowhere to sleep tonight";
    assertThat(level(HARBOR, noRoof)).isEqualTo(Severity.ELEVATED);

    write("harbor.weather", "cold\n");
    overlays.look();
    assertThat(level(HARBOR, noRoof)).isEqualTo(Severity.HIGH);
    assertThat(level(MIRROR, noRoof)).isEqualTo(Severity.ELEVATED);

    write("harbor.weather", "mild");
    overlays.look();
    assertThat(level(HARBOR, noRoof)).isEqualTo(Severity.HIGH);
    assertThat(log()).contains("harbor.weather:1: expected none, cold or heat");

    write("harbor.weather", "none");
    overlays.look();
    assertThat(level(HARBOR, noRoof)).isEqualTo(Severity.ELEVATED);
    assertThat(outcomes).containsExactly("loaded", "refused", "loaded");
  }

  @Test
  void aFileOfNoAgencyAndAFolderThatIsNotThereAreSaidOnce() throws IOException {
    Overlays overlays = overlays();
    write("harbour.txt", OWN);
    overlays.look();
    overlays.look();
    Overlays nowhere = new Overlays(folder.resolve("none"), List.of(HARBOR), rules, outcomes::add);
    nowhere.look();
    nowhere.look();

    assertThat(outcomes).containsExactly("refused", "unreadable");
    assertThat(log()).contains("harbour.txt");
  }
}
