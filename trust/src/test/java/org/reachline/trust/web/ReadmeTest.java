package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reachline.trust.keys.Purpose;

/** The tables of the README say what the code does. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");

  @Test
  void everyKeyStandsInTheTableAndNoOther() throws IOException {
    List<String> inTable =
        Pattern.compile("(?m)^\\| `(reachline\\.[^`]+)`")
            .matcher(Files.readString(README))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(inTable).containsExactlyInAnyOrderElementsOf(keysOfTheCode());
  }

  @Test
  void everyPurposeIsNamed() throws IOException {
    String listed =
        Pattern.compile("Purposes of key sets: `([^`]+)`")
            .matcher(Files.readString(README))
            .results()
            .map((MatchResult line) -> line.group(1))
            .findFirst()
            .orElseThrow();

    assertThat(listed.split(" ", -1))
        .containsExactly(
            Arrays.stream(Purpose.values())
                .map(purpose -> purpose.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new));
  }

  private static List<String> keysOfTheCode() {
    return Stream.concat(
            names(RawTrust.class)
                .filter(name -> !name.equals("agencies"))
                .map(name -> "reachline." + name),
            names(RawTrust.RawAgency.class).map(name -> "reachline.agencies.<id>." + name))
        .toList();
  }

  private static Stream<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
  }
}
