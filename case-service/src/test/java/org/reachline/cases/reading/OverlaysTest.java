package org.reachline.cases.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.cases.store.KeptFile;
import org.reachline.cases.store.MemoryCaseStore.MemoryShelf;
import org.reachline.cases.store.Shelf;
import org.reachline.contracts.AgencyId;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Context;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;
import org.reachline.trust.Scope;
import org.slf4j.LoggerFactory;

class OverlaysTest {
  private static final Rules CORE = Rules.core();
  private static final AgencyId HARBOR = new AgencyId("harbor");
  private static final AgencyId MIRROR = new AgencyId("mirror");
  private static final String WEAKENS =
      """
      version 2026-11-23.9
      cue harbor.joke BENIGN_FRAME
        en: said for fun
        es: dicho en broma
        i took all my pills
      """;

  private static final String BAD =
      """
      version 2026-11-23.9
      cue harbor.word RISK nonsense high
        en: x
      """;

  @TempDir Path folder;
  private final Copies copies = new Copies();
  private AgencyRules rules = new AgencyRules(() -> CORE);
  private final List<String> outcomes = new ArrayList<>();
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();

  /** The store, which may be away. */
  private static final class Copies implements Shelf<String, KeptFile> {
    private final Shelf<String, KeptFile> there =
        new MemoryShelf<>(
            name -> name,
            KeptFile::name,
            KeptFile::v,
            (file, v) -> new KeptFile(file.name(), file.words(), v));
    private boolean away;

    @Override
    public Map<String, KeptFile> read(Scope scope, Collection<String> names) {
      return shelf().read(scope, names);
    }

    @Override
    public Set<String> write(Scope scope, Collection<KeptFile> files) {
      return shelf().write(scope, files);
    }

    private Shelf<String, KeptFile> shelf() {
      if (away) {
        throw new IllegalStateException("the store is away");
      }
      return there;
    }
  }

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
    return overlays(folder, rules);
  }

  private Overlays overlays(Path in, AgencyRules of) {
    return new Overlays(in, List.of(HARBOR, MIRROR), of, new LastGood(copies), outcomes::add);
  }

  /** A node that starts anew: nothing in memory, the store as it was. */
  private Overlays restarted() {
    rules = new AgencyRules(() -> CORE);
    return overlays();
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

    write("harbor.txt", OwnRules.GOOD);
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
    write("harbor.txt", OwnRules.GOOD);
    overlays.look();
    String before = rules.version(HARBOR);

    write("harbor.txt", BAD);
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
    write("harbor.txt", OwnRules.GOOD);
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
    write("harbour.txt", OwnRules.GOOD);
    overlays.look();
    overlays.look();
    Overlays nowhere = overlays(folder.resolve("none"), rules);
    nowhere.look();
    nowhere.look();

    assertThat(outcomes).containsExactly("refused", "unreadable");
    assertThat(log()).contains("harbour.txt");
    assertThat(overlays.refused()).isEqualTo(1);
    assertThat(overlays.refused(HARBOR)).isEmpty();
    assertThat(nowhere.refused(MIRROR)).hasSize(1);
  }

  @Test
  void aRefusalStandsAsLongAsTheFileLiesThereAndIsToldAgainWhenItChangesOrComesBack() {
    Overlays overlays = overlays();
    write("harbor.txt", BAD);
    overlays.look();
    overlays.look();
    assertThat(overlays.refused(HARBOR)).singleElement().asString().startsWith("harbor.txt:2: ");
    assertThat(overlays.refused(MIRROR)).isEmpty();

    write("harbor.txt", "\n" + BAD);
    overlays.look();
    assertThat(overlays.refused(HARBOR)).singleElement().asString().startsWith("harbor.txt:3: ");

    write("harbor.txt", OwnRules.GOOD);
    overlays.look();
    assertThat(overlays.refused()).isZero();

    write("harbor.txt", BAD);
    overlays.look();
    assertThat(outcomes).containsExactly("refused", "refused", "loaded", "refused");
  }

  @Test
  void aFileThatCannotBeReadIsToldEachTimeItBecomesSo() throws IOException {
    Overlays overlays = overlays();
    for (int i = 0; i < 2; i++) {
      Files.write(folder.resolve("harbor.txt"), new byte[] {(byte) 0xff});
      overlays.look();
      overlays.look();
      assertThat(overlays.refused()).isEqualTo(1);
      write("harbor.txt", OwnRules.GOOD);
      overlays.look();
      assertThat(overlays.refused()).isZero();
    }

    assertThat(outcomes).containsExactly("unreadable", "loaded", "unreadable");
  }

  @Test
  void afterARestartTheLastGoodCopyIsInForceWhileTheFileIsRefused() throws IOException {
    Overlays before = overlays();
    write("harbor.txt", OwnRules.GOOD);
    write("harbor.weather", "cold");
    before.look();
    before.keep();
    String version = rules.version(HARBOR);
    write("harbor.txt", BAD);
    write("harbor.weather", "mild");

    restarted().look();

    assertThat(rules.version(HARBOR)).isEqualTo(version);
    assertThat(level(HARBOR, "quillfeather tonight")).isEqualTo(Severity.HIGH);
    assertThat(level(HARBOR, "i have nowhere to sleep tonight")).isEqualTo(Severity.HIGH);
    assertThat(level(MIRROR, "quillfeather tonight")).isEqualTo(Severity.NONE);
    assertThat(log()).contains("overlay-last-good file=harbor.txt in force");
    assertThat(outcomes)
        .containsExactly("loaded", "loaded", "refused", "refused", "last-good", "last-good");
  }

  @Test
  void afterARestartWithoutItsFolderTheLastGoodCopyIsInForce() {
    Overlays before = overlays();
    write("harbor.txt", OwnRules.GOOD);
    before.look();
    before.keep();
    rules = new AgencyRules(() -> CORE);

    overlays(folder.resolve("gone"), rules).look();

    assertThat(level(HARBOR, "quillfeather tonight")).isEqualTo(Severity.HIGH);
  }

  @Test
  void whatAnAgencyTookAwayDoesNotComeBackAfterARestart() throws IOException {
    Overlays before = overlays();
    write("harbor.txt", OwnRules.GOOD);
    before.look();
    before.keep();
    Files.delete(folder.resolve("harbor.txt"));
    Overlays between = restarted();
    between.look();
    between.keep();
    write("harbor.txt", BAD);

    restarted().look();

    assertThat(rules.version(HARBOR)).isEqualTo(CORE.version());
  }

  @Test
  void aStoreThatIsAwayIsAskedAgainAndKeepsNoGoodFileFromCounting() {
    Overlays before = overlays();
    write("harbor.txt", OwnRules.GOOD);
    before.look();
    copies.away = true;
    assertThatThrownBy(before::keep).isInstanceOf(IllegalStateException.class);
    copies.away = false;
    before.keep();
    write("harbor.txt", BAD);
    copies.away = true;
    Overlays after = restarted();
    assertThatThrownBy(after::look).isInstanceOf(IllegalStateException.class);
    assertThat(after.refused()).isEqualTo(1);
    assertThat(level(HARBOR, "quillfeather tonight")).isEqualTo(Severity.NONE);

    copies.away = false;
    after.look();

    assertThat(level(HARBOR, "quillfeather tonight")).isEqualTo(Severity.HIGH);
  }
}
