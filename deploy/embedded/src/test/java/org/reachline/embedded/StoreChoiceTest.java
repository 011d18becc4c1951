package org.reachline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreChoiceTest {
  @TempDir Path bin;

  @BeforeAll
  static void quiet() {
    QuietLogs.apply();
  }

  @Test
  void theServerOfTheEnvironmentWins() throws IOException {
    mongodThat("echo 'Waiting for connections'; exec sleep 60");

    try (TestStore store =
        choice(Map.of("PATH", bin.toString(), "MONGODB_URI", "mongodb://db:1/x")).pick()) {
      assertThat(store.uri()).isEqualTo("mongodb://db:1/x");
      assertThat(store.outlivesUs()).isTrue();
    }
  }

  @Test
  void aMongodOnThePathComesSecond() throws IOException {
    mongodThat("echo \"Waiting for connections $*\"; exec sleep 60");

    try (TestStore store = choice(Map.of("PATH", "/nowhere:" + bin)).pick()) {
      assertThat(store.kind()).startsWith("mongod on the path");
      assertThat(store.uri()).startsWith("mongodb://127.0.0.1:");
    }
  }

  @Test
  void aMongodThatEndsIsSaidWithItsLastWords() throws IOException {
    mongodThat("echo 'unsupported processor'; exit 1");
    StoreChoice choice = choice(Map.of("PATH", bin.toString()));

    assertThatThrownBy(choice::pick)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("unsupported processor");
  }

  @Test
  void withNothingAtHandItIsTheEmbeddedOne() {
    try (TestStore store = choice(Map.of("PATH", bin.toString(), "MONGODB_URI", " ")).pick()) {
      assertThat(store.kind()).startsWith("embedded");
      assertThat(store.outlivesUs()).isFalse();
    }
  }

  private static StoreChoice choice(Map<String, String> environment) {
    return new StoreChoice(environment, false);
  }

  private void mongodThat(String script) throws IOException {
    Path program =
        Files.writeString(bin.resolve("mongod"), "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
