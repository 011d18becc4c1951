package org.reachline.channels.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.channels.twilio.TwilioAdapter;
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

  @TempDir Path folder;
  private Path file;
  private LinesFile reader;

  @BeforeEach
  void readerWithOneVariable() {
    file = folder.resolve("lines.yaml");
    reader =
        new LinesFile(
            List.of(new TwilioAdapter()), new SecretReader(Map.of("TOKEN", "s3cret-value")::get));
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
            p -> assertThat(p.text()).contains("lines.yaml", "harbor.night", "address", "missing"));
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

  private LinesFile.Contents read(String yaml) {
    try {
      return reader.read(Files.writeString(file, yaml));
    } catch (IOException unwritable) {
      throw new IllegalStateException(unwritable);
    }
  }
}
