package org.reachline.trust.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The kit finds what it is there to find. */
class CanaryScanTest {
  private static final Logger LOG = LoggerFactory.getLogger("somebody.elses.logger");
  private final CanaryScan scan = new CanaryScan();

  @TestFactory
  Iterable<DynamicTest> aCanaryIsFoundInEveryForm() {
    return forms().entrySet().stream()
        .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> assertFound(form.getValue())))
        .toList();
  }

  @Test
  void everyCanaryIsFound() {
    for (String canary :
        List.of(
            scan.name(),
            scan.phone(),
            "(555) 010-0142",
            scan.address(),
            scan.sentence(Planted.HARBOR),
            scan.sentence(Planted.MIRROR))) {
      assertFound(("{\"a\":\"" + canary + "\"}").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFailureNamesPlaceWordAndForm() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> scan.text("the spool", "cut off after Quillfeat... no: QUILLFEATHER"))
        .withMessage("in the clear in the spool: name \"Quillfeather\" (plain)");
  }

  @Test
  void harborsStaffMayReadHarborsWords() {
    assertThatCode(() -> scan.foreign("page", scan.sentence(Planted.HARBOR) + scan.name()))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> scan.foreign("page", scan.sentence(Planted.MIRROR)));
  }

  @Test
  void rubbishHoldsNoCanary() {
    byte[] rubbish = new byte[1 << 20];
    new Random(7).nextBytes(rubbish);

    assertThatCode(() -> scan.bytes("rubbish", rubbish)).doesNotThrowAnyException();
    assertThatCode(() -> scan.text("rubbish", Base64.getEncoder().encodeToString(rubbish)))
        .doesNotThrowAnyException();
  }

  @Test
  void filesOfAFolderAreRead(@TempDir Path folder) throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(deep.resolve("segment.log"), "x" + scan.phone());

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> scan.folder(folder))
        .withMessageContaining("segment.log");
  }

  @Test
  void whatIsLoggedIsFoundDownToDebug() {
    LogTap.open();
    LOG.debug("client {}", scan.name());
    assertLogged("name \"Zephyrine\"");
    if (LOG.isDebugEnabled()) {
      LOG.debug("to " + scan.phone());
    }
    assertLogged("phone");
    LOG.atDebug().addKeyValue("street", scan.address()).log("done");
    assertLogged("address");
    LOG.info("failed", new IllegalStateException("x", new IOException(scan.name())));
    assertLogged("IOException");
    try (var _ = MDC.putCloseable("who", scan.name())) {
      LOG.info("harmless");
    }
    assertLogged("Zephyrine");
  }

  @Test
  void harmlessLogsPassAndNothingIsTold() {
    LogTap.open();
    LOG.debug("client {} of {}", "harbor.1.aaaa", Planted.HARBOR);

    assertThatCode(LogTap::check).doesNotThrowAnyException();
  }

  private static void assertLogged(String expected) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(LogTap::check)
        .withMessageContaining(expected);
    assertThatCode(LogTap::check).doesNotThrowAnyException();
  }

  private void assertFound(byte[] bytes) {
    assertThat(CanaryScan.found(bytes)).isNotEmpty();
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> scan.bytes("here", bytes));
  }

  private Map<String, byte[]> forms() {
    String word = "Quillfeather";
    byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> forms = new LinkedHashMap<>();
    forms.put("UTF-8", utf8);
    forms.put("upper case", ascii(word.toUpperCase(Locale.ROOT)));
    forms.put("UTF-16 little endian", word.getBytes(StandardCharsets.UTF_16LE));
    forms.put("UTF-16 big endian", word.getBytes(StandardCharsets.UTF_16));
    forms.put("hex", ascii(HexFormat.of().formatHex(utf8)));
    forms.put("HEX", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
    forms.put("percent", ascii(HexFormat.of().withPrefix("%").formatHex(utf8)));
    forms.put("form", ascii(URLEncoder.encode(scan.phone() + " " + word, StandardCharsets.UTF_8)));
    forms.put("escaped", ascii(HexFormat.of().withPrefix("\\u00").formatHex(utf8)));
    for (String before : List.of("", "a", "ab", "abc", "{\"n\":\"")) {
      byte[] json = (before + word + "\"}").getBytes(StandardCharsets.UTF_8);
      forms.put("base64 after " + before, Base64.getEncoder().encode(json));
      forms.put("base64url after " + before, Base64.getUrlEncoder().withoutPadding().encode(json));
    }
    return forms;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
