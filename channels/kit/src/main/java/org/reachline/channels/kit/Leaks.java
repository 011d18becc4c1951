package org.reachline.channels.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.RawRequest;

/** Runs an adapter with marked texts, numbers and secrets, and looks for them in what it prints. */
final class Leaks {
  private static final String TEXT = "canary-words-41c7";

  private final Lab lab;

  Leaks(Lab lab) {
    this.lab = lab;
  }

  void assertNoneIn(Supplier<String> action) {
    var printed = new StringBuilder();
    String logged = Output.of(() -> printed.append(action.get()));
    assertThat(printed + logged)
        .as("what was printed or logged")
        .doesNotContain(TEXT)
        .doesNotContain(Lab.SECRET)
        .doesNotContain(base64(Lab.SECRET))
        .doesNotContain(outbound().to().exact().replaceFirst("^\\+", ""));
  }

  String receive() {
    RawRequest request = lab.signedText(TEXT, TEXT);
    return request + lab.survive(request, lab.config()) + lab.events(request);
  }

  String receiveForged() {
    RawRequest forged =
        Requests.header(lab.signedText(TEXT, TEXT), lab.twin.signatureHeader(), TEXT);
    return forged + lab.survive(forged, lab.config());
  }

  String send() {
    var message = outbound();
    return message
        + lab.adapter.send(message, lab.config()).toString()
        + Stream.of(
                new HttpReply.Answered(
                    400, Headers.none(), Body.of("{\"message\":\"" + TEXT + "\"}")),
                new HttpReply.Answered(200, Headers.none(), Body.of(TEXT)),
                new HttpReply.Lost())
            .map(reply -> reply + " " + lab.adapter.sendResult(message, reply, lab.config()))
            .toList();
  }

  String configure() {
    return lab.config() + " " + lab.adapter.healthProbe(lab.config());
  }

  private Outbound outbound() {
    return lab.twin.outbound("leak", TEXT, List.of(), lab.config());
  }

  private static String base64(String text) {
    return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
