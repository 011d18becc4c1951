package org.reachline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No integration test that meets an agency does without the mirror agency and the canaries. */
class KitTest {
  private static final Path ROOT = Path.of("..");

  /** They know no agency. */
  private static final List<Path> WITHOUT_AGENCIES =
      List.of(ROOT.resolve("deploy/embedded"), ROOT.resolve("triage"));

  @Test
  void everyIntegrationTestBearsTheMirrorAgencyAndTheCanaries() throws IOException {
    List<Path> all = integrationTests();

    assertThat(all).hasSizeGreaterThan(20);
    assertThat(all).allSatisfy(KitTest::bearsBoth);
  }

  private static void bearsBoth(Path test) {
    String extensions = read(test).replaceAll("(?s).*?@ExtendWith\\(\\{([^}]*)}.*", "$1");

    assertThat(extensions).contains("TwoAgencies.class", "Canaries.class");
  }

  private static List<Path> integrationTests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().contains("/src/test/java/"))
          .filter(file -> file.getFileName().toString().endsWith("IT.java"))
          .filter(file -> WITHOUT_AGENCIES.stream().noneMatch(file::startsWith))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
