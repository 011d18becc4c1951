package org.reachline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LinkPrinterTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(shown, true, UTF_8);
  private final OneTimeLinks links =
      new OneTimeLinks(InstantSource.fixed(Instant.parse("2026-01-17T04:12:09Z")));
  private final LinkPrinter printer =
      new LinkPrinter(links, "http://127.0.0.1:8080", new Terminal(out, out));

  @Test
  void aLinkThatStillWorksIsNotPrintedAgain() {
    String first = printer.link();

    printer.printAnother();

    assertThat(printer.link()).isEqualTo(first);
    assertThat(shown.toString(UTF_8)).isEmpty();
  }

  @Test
  void whoComesWithAUsedLinkFindsAnotherWhereTheMachineRuns() {
    String first = printer.link();
    assertThat(links.use(first.substring(first.indexOf('=') + 1)))
        .isEqualTo(OneTimeLinks.State.READY);

    printer.printAnother();
    printer.printAnother();

    assertThat(shown.toString(UTF_8).strip().lines())
        .singleElement()
        .asString()
        .endsWith(printer.link())
        .doesNotContain(first);
  }
}
