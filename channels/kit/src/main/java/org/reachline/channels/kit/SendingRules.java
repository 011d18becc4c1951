package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.OptOutSource;
import org.reachline.channels.spi.SendOutcome;
import org.reachline.channels.spi.SessionWindow;
import tools.jackson.databind.JsonNode;

/** O1 to O4 and M1: what is sent, what a reply means, and where secrets go. */
final class SendingRules {
  private static final String GRAPHEME = "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDE80";

  private final Lab lab;
  private final SecretPlaces secrets;

  SendingRules(Lab lab) {
    this.lab = lab;
    this.secrets = new SecretPlaces(lab);
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        Rule.of("O1", "sends what was written, in as many calls as it takes", calls()),
        Rule.of("O2", "reads every reply", replies()),
        Rule.of("O3", "secrets travel in marked places only", secrets.whenSending()),
        Rule.of("O4", "a lost reply is not sent again unless that is safe", lost()),
        Rule.of(
            "M1",
            "media never carry a token, and no credential leaves the provider",
            secrets.inMedia()));
  }

  private Stream<DynamicTest> calls() {
    return Stream.concat(
        lab.files.sends().stream().map(c -> Rule.test(c.id(), () -> assertCalls(c))),
        Stream.of(
            Rule.test(
                "a long text is whole again", () -> assertWhole("words and more ".repeat(400))),
            Rule.test("no character a person sees is cut", () -> assertWhole(GRAPHEME.repeat(800))),
            Rule.test("too many attachments are refused, not dropped", this::assertRefused)));
  }

  private void assertCalls(SendCase send) {
    var config = lab.config(Lab.SECRET, send.config());
    var calls = lab.adapter.send(send.outbound(), config).stream().map(CallJson::of).toList();
    assertThat(calls).isEqualTo(send.calls());
  }

  private void assertWhole(String text) {
    var message = lab.twin.outbound("long-1", text, List.of(), lab.config());
    var pieces = lab.adapter.send(message, lab.config()).stream().map(lab.twin::textOf).toList();
    assertThat(String.join("", pieces)).isEqualTo(text);
    if (text.startsWith(GRAPHEME)) {
      assertThat(pieces).allMatch(piece -> piece.length() % GRAPHEME.length() == 0);
    }
  }

  private void assertRefused() {
    var capabilities = lab.adapter.capabilities();
    var urls = Collections.nCopies(capabilities.outbound().maxMedia() + 1, "https://m.example/a");
    var message = lab.twin.outbound("media-1", "look", urls, lab.config());
    assertThat(capabilities.refusal(message).stream()).hasSize(1);
  }

  private Stream<DynamicTest> replies() {
    return Stream.concat(
        lab.files.replies().stream().map(c -> Rule.test(c.id(), () -> assertOutcome(c))),
        Stream.of(
            Rule.test("the cases know every outcome", this::assertComplete),
            Rule.test("nonsense is survived", this::assertNonsenseSurvived)));
  }

  private void assertOutcome(ReplyCase reply) {
    JsonNode actual = ReplyCase.json(outcome(reply.reply()));
    assertThat(reply.outcome().properties())
        .allSatisfy(field -> assertThat(actual.path(field.getKey())).isEqualTo(field.getValue()));
  }

  private void assertComplete() {
    var kinds = lab.files.replies().stream().map(c -> c.outcome().path("type").asString()).toList();
    assertThat(kinds).contains("accepted", "retry", "failed", "unknown");
    if (lab.adapter.capabilities().optOut() == OptOutSource.PROVIDER_SIGNAL) {
      assertThat(kinds).contains("opted_out");
    }
    if (lab.adapter.capabilities().sessionWindow() instanceof SessionWindow.After) {
      assertThat(kinds).contains("window_closed");
    }
  }

  private void assertNonsenseSurvived() {
    for (int status : List.of(100, 200, 201, 204, 301, 400, 401, 404, 429, 500, 503, 599)) {
      for (String body :
          List.of("", "null", "{", "[]", "{\"code\":{}}", "<html>", "[".repeat(9999))) {
        var headers = Headers.none().with("Retry-After", "soon");
        assertThat(outcome(new HttpReply.Answered(status, headers, Body.of(body)))).isNotNull();
      }
    }
  }

  private Stream<DynamicTest> lost() {
    return Stream.of(
        Rule.test(
            "lost: nobody can tell",
            () ->
                assertThat(outcome(new HttpReply.Lost())).isInstanceOf(SendOutcome.Unknown.class)),
        Rule.test(
            "never sent: again",
            () ->
                assertThat(outcome(new HttpReply.NeverSent("connect-refused")))
                    .isInstanceOf(SendOutcome.Retry.class)),
        Rule.test("taken, but the reply is cut: not again", this::assertCutReplyIsNotRetried));
  }

  private void assertCutReplyIsNotRetried() {
    var cut = outcome(new HttpReply.Answered(201, Headers.none(), Body.of("{\"si")));
    assertThat(cut).isNotInstanceOf(SendOutcome.Retry.class);
  }

  private SendOutcome outcome(HttpReply reply) {
    var message = lab.twin.outbound("reply-1", "hello", List.of(), lab.config());
    return lab.adapter.sendResult(message, reply, lab.config());
  }
}
