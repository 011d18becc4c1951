package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How often ordinary messages raise an alarm; the public texts lie outside the project and are
 * never quoted.
 */
class OrdinaryMessagesTest {
  private static final Path ORDINARY =
      Path.of("../../shared/data/ordinary_sms/SMSSpamCollection").toAbsolutePath().normalize();
  private static final double ALLOWED_PER_1000 = 5;

  @Test
  void ordinaryMessagesOfTheReportingHalfRaiseFewAlarms() throws IOException {
    assumeTrue(Files.exists(ORDINARY), "skipped: the ordinary messages are not on this machine");
    List<String> messages =
        Files.readAllLines(ORDINARY).stream()
            .filter(l -> l.startsWith("ham\t"))
            .map(l -> l.substring(4))
            .filter(OrdinaryMessagesTest::forReporting)
            .toList();

    long alarms =
        messages.stream().filter(m -> Examples.severity(m).atLeast(Severity.ELEVATED)).count();

    double per1000 = 1000.0 * alarms / messages.size();
    System.out.printf(
        Locale.ROOT,
        "%.2f alarms per 1,000 ordinary messages (%d of %d, reporting half)%n",
        per1000,
        alarms,
        messages.size());
    assertThat(messages).isNotEmpty();
    assertThat(per1000).isLessThanOrEqualTo(ALLOWED_PER_1000);
  }

  /** The other half may be read to write rules; this one only counts. */
  private static boolean forReporting(String message) {
    return (message.strip().toLowerCase(Locale.ROOT).hashCode() & 1) == 1;
  }
}
