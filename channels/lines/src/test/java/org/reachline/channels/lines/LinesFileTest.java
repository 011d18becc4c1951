package org.reachline.channels.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.channels.twilio.TwilioAdapter;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;

class LinesFileTest {
  private static final String GOOD =
      """
        - id: harbor.main
          channel: twilio
          publicUrl: https://hooks.example.org/hooks/harbor/main
          settings: {accountSid: AC1, address: "+15550100100"}
          secrets: {authToken: "env:TOKEN"}
      """;

  private static final String NIGHT =
      """
        - id: harbor.night
          channel: twilio
          use: clients
          publicUrl: https://h.example/night
          settings: {accountSid: AC1, address: "+15550100101"}
          secrets: {authToken: "env:TOKEN"}
      """;

  @TempDir Path folder;
  private Path file;
  private LinesFile reader;

  @BeforeEach
  void readerWithOneVariable() {
    file = folder.resolve("lines.yaml");
    reader =
        new LinesFile(
            List.of(new TwilioAdapter()),
            new SecretReader(Map.of("TOKEN", "s3cret-value")::get),
            Set.of(new AgencyId("harbor"), new AgencyId("mirror")));
  }

  @Test
  void aCompleteLineRunsWithItsSecretResolved() {
    LinesFile.Contents contents = read("lines:\n" + GOOD);

    assertThat(contents.problems()).isEmpty();
    assertThat(contents.lines().get(new LineId("harbor.main")))
        .isNotNull()
        .satisfies(
            line -> {
              assertThat(line.config().secret("authToken").reveal()).isEqualTo("s3cret-value");
              assertThat(line.use()).isEqualTo(ConfiguredLine.Use.CLIENTS);
            });
  }

  @Test
  void aBrokenLineIsNamedWithFileAndFieldAndTheOthersRun() {
    LinesFile.Contents contents =
        read(
            "lines:\n"
                + GOOD
                + """
                  - id: harbor.night
                    channel: twilio
                    publicUrl: https://hooks.example.org/hooks/harbor/night
                    settings: {accountSid: AC1}
                    secrets: {authToken: "env:TOKEN"}
                """);

    assertThat(contents.lines()).containsOnlyKeys(new LineId("harbor.main"));
    assertThat(contents.problems())
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.text())
                    .contains("lines.yaml", "harbor.night", "settings.address", "missing"));
  }

  @Test
  void everyMistakeOfALineIsToldAtOnce() {
    LinesFile.Contents contents =
        read("lines:\n  - id: nonsense\n    channel: fax\n    publicUrl: ftp://x\n    use: dogs\n");

    assertThat(contents.problems())
        .extracting(LineProblem::field)
        .containsExactly("id", "channel", "use", "publicUrl");
  }

  @Test
  void aSecretWrittenIntoTheFileIsRefusedAndNeverQuoted() {
    LinesFile.Contents contents =
        read("lines:\n" + GOOD.replace("env:TOKEN", "hunter2-in-the-open"));

    assertThat(contents.lines()).isEmpty();
    assertThat(contents.problems())
        .singleElement()
        .satisfies(
            p -> assertThat(p.text()).contains("secrets.authToken").doesNotContain("hunter2"));
  }

  @Test
  void anUnsetVariableAndAnEmptySecretFileAreSaid() throws IOException {
    Path empty = Files.writeString(folder.resolve("token"), "\n");

    assertThat(read("lines:\n" + GOOD.replace("env:TOKEN", "env:OTHER")).problems())
        .extracting(LineProblem::advice)
        .containsExactly("set the environment variable OTHER");
    assertThat(read("lines:\n" + GOOD.replace("env:TOKEN", "file:" + empty)).problems())
        .extracting(LineProblem::advice)
        .containsExactly("the file " + empty + " is empty");
  }

  @Test
  void theSecondOfTwoEqualIdsIsRefused() {
    LinesFile.Contents contents = read("lines:\n" + GOOD + GOOD);

    assertThat(contents.lines()).hasSize(1);
    assertThat(contents.problems()).extracting(LineProblem::field).containsExactly("id");
  }

  @Test
  void brokenYamlNamesTheRowAndQuotesNothing() {
    LinesFile.Contents contents = read("lines:\n  - id: [canary-of-a-person\n");

    assertThat(contents.lines()).isEmpty();
    assertThat(contents.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.text()).contains("row ").doesNotContain("canary"));
  }

  @Test
  void aMissingOrEmptyFileIsAProblemAndNoException() {
    assertThat(reader.read(folder.resolve("absent.yaml")).problems())
        .extracting(LineProblem::field)
        .containsExactly("file");
    assertThat(read("{}").problems()).extracting(LineProblem::field).containsExactly("lines");
    assertThat(read("").problems()).hasSize(1);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          id: harbor.night          >> id: [harbor.night]            | id
          id: harbor.night          >> id: 7                         | id
          id: harbor.night          >> id: Harbor.Night              | id
          id: harbor.night          >> id: "harbor.night\\u0007"    | id
          id: harbor.night          >> id: ""                        | id
          id: harbor.night          >> id: other.night               | id
          channel: twilio           >> channel: {a: b}               | channel
          channel: twilio           >> channel: Twilio               | channel
          channel: twilio           >> chanel: twilio                | chanel channel
          use: clients              >> use: Staff                    | use
          use: clients              >> use: [staff]                  | use
          use: clients              >> use:                          | use
          use: clients              >> ues: staff                    | ues
          publicUrl: https://h.example/night >> publicUrl: https://  | publicUrl
          publicUrl: https://h.example/night >> publicUrl: https://h.example/a b | publicUrl
          publicUrl: https://h.example/night >> publicUrl: h.example | publicUrl
          publicUrl: https://h.example/night >> publicUrl: 5         | publicUrl
          settings: {accountSid: AC1, address: "+15550100101"} >> settings: 5 | settings
          settings: {accountSid: AC1, address: "+15550100101"} >> settings: [a] | settings
          address: "+15550100101"   >> address: 15550100101          | settings.address
          address: "+15550100101"   >> address: ""                   | settings.address
          address: "+15550100101"   >> address:                      | settings.address
          address: "+15550100101"   >> address: {a: b}               | settings.address
          address: "+15550100101"   >> address: "+15550100100"       | settings.address
          accountSid: AC1           >> accountSid: true              | settings.accountSid
          accountSid: AC1           >> account: AC1                  | settings.account settings.accountSid
          accountSid: AC1           >> accountSid: AC1, authToken: hunter2 | settings.authToken
          accountSid: AC1           >> accountSid: AC1, apiBase: nowhere | settings.apiBase
          secrets: {authToken: "env:TOKEN"} >> secrets: hunter2      | secrets
          secrets: {authToken: "env:TOKEN"} >> secrets: {}           | secrets.authToken
          secrets: {authToken: "env:TOKEN"} >> secrets: {authToken: } | secrets.authToken
          secrets: {authToken: "env:TOKEN"} >> secrets: {authToken: "env:"} | secrets.authToken
          secrets: {authToken: "env:TOKEN"} >> secrets: {authToken: "env:hunter 2!"} | secrets.authToken
          secrets: {authToken: "env:TOKEN"} >> secrets: {authToken: "file:/none\\0"} | secrets.authToken
          secrets: {authToken: "env:TOKEN"} >> secrets: {authToken: "file:/"} | secrets.authToken
          secrets: {authToken: "env:TOKEN"} >> secrets: {authToken: 12345678} | secrets.authToken
          secrets: {authToken: "env:TOKEN"} >> secrets: {token: "env:TOKEN"} | settings.token secrets.authToken
          """)
  void oneBrokenFieldIsNamedAndTheOtherLineRuns(String change, String fields) {
    String[] parts = change.split(" +>> +", 2);
    assertThat(NIGHT).contains(parts[0]);

    LinesFile.Contents contents = read("lines:\n" + GOOD + NIGHT.replace(parts[0], parts[1]));

    assertThat(contents.lines()).containsOnlyKeys(new LineId("harbor.main"));
    assertThat(contents.problems())
        .extracting(LineProblem::field)
        .containsExactlyInAnyOrder(fields.split(" "));
    assertThat(contents.problems())
        .allSatisfy(
            p -> assertThat(p.text()).doesNotContain("hunter", "s3cret", "\u0007", "+1555"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  - id: \"harbor.night\n    channel: twilio\n",
        "  - id: harbor.night\n  channel: twilio\n",
        "  - id: harbor.night\n\tchannel: twilio\n",
        "  - id: harbor.night\n    settings: {accountSid: AC1\n",
        "  - id: harbor.night\n    secrets: *nothing\n",
        "  - %\n"
      })
  void aLineThatIsNoYamlIsNamedByItsPlaceAndTheOthersRun(String broken) {
    LinesFile.Contents contents = read("lines:\n" + broken + GOOD);

    assertThat(contents.lines()).containsOnlyKeys(new LineId("harbor.main"));
    assertThat(contents.problems())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.text()).containsAnyOf("harbor.night", "lines[0]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "[]",
        "lines",
        "lines:",
        "lines: 5",
        "lines: {}",
        "line: []",
        "- a",
        "\0"
      })
  void aFileWithoutAListIsOneProblem(String text) {
    assertThat(read(text).problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "text", "[a]", "~"})
  void anEntryThatIsNoneIsNamedByItsPlace(String entry) {
    LinesFile.Contents contents = read("lines:\n  - " + entry + "\n" + GOOD);

    assertThat(contents.lines()).hasSize(1);
    assertThat(contents.problems())
        .singleElement()
        .extracting(LineProblem::line)
        .isEqualTo("lines[0]");
  }

  @Test
  void aFolderInPlaceOfTheFileIsSaid() {
    assertThat(reader.read(folder).problems())
        .extracting(LineProblem::field)
        .containsExactly("file");
  }

  @Test
  void twoAgenciesMayHaveOneAddressAtTwoProvidersAccounts() {
    LinesFile.Contents contents =
        read("lines:\n" + GOOD + GOOD.replace("id: harbor.main", "id: mirror.main"));

    assertThat(contents.problems()).isEmpty();
    assertThat(contents.lines()).hasSize(2);
  }

  @Test
  void noMistakeMakesReadingThrow() {
    Random random = new Random(3);
    String whole = "lines:\n" + GOOD + NIGHT;

    for (int run = 0; run < 2_000; run++) {
      StringBuilder text = new StringBuilder(whole);
      for (int slip = random.nextInt(4); slip >= 0; slip--) {
        int at = random.nextInt(text.length());
        text.setCharAt(at, "\0\t\n:-[]{}\"'&*!|>%@`, #x\ud800".charAt(random.nextInt(23)));
      }
      assertThat(read(text.toString())).isNotNull();
    }
  }

  private LinesFile.Contents read(String yaml) {
    try {
      return reader.read(Files.writeString(file, yaml));
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
