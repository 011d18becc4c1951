package org.reachline.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.reachline.channels.spi.ConfigSpec;

/** The tables of the README are the settings and codes of the code. */
class ReadmeTest {
  @Test
  void theSettingsTableIsTheSpecification() throws IOException {
    var documented = firstColumn("Settings");

    assertThat(documented)
        .isEqualTo(
            new TwilioAdapter()
                .configSpec().fields().stream().map(ConfigSpec.Field::name).toList());
  }

  @Test
  void theCodesTableNamesEveryCodeThatChangesTheOutcome() throws IOException {
    assertThat(firstColumn("Codes")).containsExactlyInAnyOrderElementsOf(TwilioErrors.known());
  }

  private static List<String> firstColumn(String heading) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.split("## " + heading + "\n", 2)[1].split("\n## ", 2)[0];
    return Pattern.compile("(?m)^\\| `([^`]+)`")
        .matcher(section)
        .results()
        .map(row -> row.group(1))
        .toList();
  }
}
