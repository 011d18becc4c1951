package org.reachline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The one third-party file is the one that was looked at, and it talks to nobody else. */
class VendorTest {

  private static final Path VENDOR = Resources.STATIC.resolve("vendor");

  @Test
  void htmxIsTheFileItsNoteNames() throws Exception {
    byte[] file = Files.readAllBytes(VENDOR.resolve("htmx.min.js"));

    String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

    assertThat(Resources.read(VENDOR.resolve("README.md")))
        .contains(sum)
        .contains("4.0.1")
        .contains("0BSD");
  }

  @Test
  void htmxNamesNoOtherHost() {
    assertThat(Resources.read(VENDOR.resolve("htmx.min.js")))
        .doesNotContain("http://")
        .doesNotContain("https://")
        .doesNotContain("sourceMappingURL");
  }
}
