package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Verdict;

/** S2 to S4: what may be done to a request, its signature and its wording. */
final class TamperRules {
  private final Lab lab;

  TamperRules(Lab lab) {
    this.lab = lab;
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        Rule.of("S2", "rejects a request altered anywhere", lab.genuine().map(this::altered)),
        Rule.of("S3", "rejects any signature but the one right one", forged()),
        Rule.of("S4", "verifies the bytes that came, not what they mean", rawBytes()));
  }

  private DynamicTest altered(WebhookCase webhook) {
    return Rule.test(
        webhook.id(),
        () ->
            Stream.of(bodies(webhook), urls(webhook), headers(webhook), forms(webhook))
                .flatMap(changes -> changes.entrySet().stream())
                .forEach(change -> assertRejected(change.getKey(), webhook, change.getValue())));
  }

  private void assertRejected(String change, WebhookCase webhook, RawRequest altered) {
    assertThat(lab.adapter.verify(altered, lab.config(webhook), webhook.clock()))
        .as(change)
        .isInstanceOf(Verdict.Rejected.class);
  }

  private static void assertRejected(Verdict verdict) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejected.class, r -> assertThat(r.httpStatus()).isIn(401, 403));
  }

  private Map<String, RawRequest> bodies(WebhookCase webhook) {
    var request = webhook.request();
    int length = request.body().length();
    if (length == 0) {
      return Map.of();
    }
    return Map.of(
        "first byte of the body", Requests.flip(request, 0),
        "middle byte of the body", Requests.flip(request, length / 2),
        "last byte of the body", Requests.flip(request, length - 1));
  }

  private Map<String, RawRequest> urls(WebhookCase webhook) {
    if (!lab.adapter.capabilities().urlSigned()) {
      return Map.of();
    }
    return Map.of(
        "path of the URL", Requests.path(webhook.request(), "x"),
        "query of the URL", Requests.query(webhook.request(), "tampered=1"));
  }

  private Map<String, RawRequest> headers(WebhookCase webhook) {
    return lab.twin.signedHeaders().stream()
        .collect(
            Collectors.toMap(
                name -> "header " + name,
                name ->
                    Requests.headers(
                        webhook.request(),
                        h -> h.without(name).with(name, h.first(name).orElse("") + "1"))));
  }

  private Map<String, RawRequest> forms(WebhookCase webhook) {
    var parameters = Requests.parameters(webhook.request());
    if (!webhook.form() || parameters.isEmpty()) {
      return Map.of();
    }
    String name = parameters.getFirst().split("=", 2)[0];
    return Map.of(
        "a parameter added", form(webhook, parameters, "Added=1"),
        "a parameter repeated", form(webhook, parameters, name + "=repeated"),
        "a parameter removed",
            Requests.parameters(webhook.request(), parameters.subList(1, parameters.size())));
  }

  private static RawRequest form(WebhookCase webhook, List<String> parameters, String more) {
    return Requests.parameters(
        webhook.request(), Stream.concat(parameters.stream(), Stream.of(more)).toList());
  }

  private Stream<DynamicTest> forged() {
    return new Forgeries(lab)
        .all().entrySet().stream()
            .map(
                forgery ->
                    Rule.test(
                        forgery.getKey(),
                        () -> assertRejected(lab.verify(forgery.getValue(), lab.config()))));
  }

  private Stream<DynamicTest> rawBytes() {
    return Stream.concat(
        Stream.of(
                "\\u00e4=\\ud83d",
                "q=\uD83D\uDC69\u200D\uD83D\uDE80",
                "a=1\r\n&b=2\r\n",
                "\uFEFFa=1")
            .map(body -> Rule.test("signed over " + escaped(body), () -> assertRawVerifies(body))),
        lab.genuine().filter(WebhookCase::json).flatMap(this::reserialised));
  }

  private void assertRawVerifies(String body) {
    RawRequest odd = Requests.body(lab.twin.text("odd", "hello", lab.config()), body);
    assertThat(lab.verify(lab.sign(odd), lab.config())).isInstanceOf(Verdict.Ok.class);
  }

  private Stream<DynamicTest> reserialised(WebhookCase webhook) {
    String was = webhook.request().body().text();
    String is = CaseFiles.JSON.readTree(was).toString();
    return is.equals(was)
        ? Stream.empty()
        : Stream.of(
            Rule.test(
                webhook.id() + ": the same JSON written anew",
                () -> assertRejected("anew", webhook, Requests.body(webhook.request(), is))));
  }

  private static String escaped(String body) {
    return body.chars()
        .mapToObj(c -> c > 32 && c < 127 ? "" + (char) c : "<%x>".formatted(c))
        .collect(Collectors.joining());
  }
}
