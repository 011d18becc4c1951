package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.RawRequest;

/** F1, F3, F4: hostile input breaks nothing, and nothing personal leaks. */
final class RobustnessRules {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final int FLIPS = 100;

  private final Lab lab;

  RobustnessRules(Lab lab) {
    this.lab = lab;
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        Rule.of("F1", "damaged input is survived, in bounded time", damaged()),
        Rule.of("F3", "a wrong content type is survived", contentTypes()),
        Rule.of("F4", "no text, number or secret is printed anywhere", leaks()));
  }

  private Stream<DynamicTest> damaged() {
    return Stream.concat(
        lab.parsable()
            .flatMap(
                w ->
                    Stream.of(
                        Rule.test(w.id() + " cut at each sixteenth", () -> cuts(w)),
                        Rule.test(w.id() + " with random bytes", () -> flips(w)))),
        Stream.of(
            Rule.test("JSON 10,000 deep", () -> survives(json("[".repeat(10_000)))),
            Rule.test(
                "a text of 5 MB", () -> survives(lab.signedText("big", "x".repeat(5_000_000)))),
            Rule.test("a million separators", () -> survives(body("&".repeat(1_000_000)))),
            Rule.test("broken escapes", () -> survives(body("a=%&b=%2&c=%zz&%=&=&==&+=+")))));
  }

  private void cuts(WebhookCase webhook) {
    byte[] body = webhook.request().body().toBytes();
    for (int i = 0; i < 16; i++) {
      byte[] cut = Arrays.copyOf(body, body.length * i / 16);
      survives(Requests.body(webhook.request(), cut), lab.config(webhook));
    }
  }

  private void flips(WebhookCase webhook) {
    var random = new Random(webhook.id().hashCode());
    for (int i = 0; i < FLIPS && !webhook.request().body().isEmpty(); i++) {
      byte[] body = webhook.request().body().toBytes();
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      survives(Requests.body(webhook.request(), body), lab.config(webhook));
    }
  }

  private Stream<DynamicTest> contentTypes() {
    RawRequest text = lab.twin.text("type", "hello", lab.config());
    return Stream.of(
            "text/plain",
            "application/json",
            "application/x-www-form-urlencoded; charset=no-such-charset",
            "multipart/form-data",
            "garbage;;;=",
            "")
        .map(
            type ->
                Rule.test(
                    type.isEmpty() ? "none" : type,
                    () -> survives(Requests.headers(text, h -> typed(h, type)))));
  }

  private static Headers typed(Headers headers, String type) {
    Headers without = headers.without("Content-Type");
    return type.isEmpty() ? without : without.with("Content-Type", type);
  }

  private RawRequest json(String body) {
    return Requests.header(body(body), "Content-Type", "application/json");
  }

  private RawRequest body(String body) {
    return Requests.body(lab.twin.text("body", "hello", lab.config()), body);
  }

  private void survives(RawRequest request) {
    survives(request, lab.config());
  }

  private void survives(RawRequest request, ChannelConfig config) {
    RawRequest signed = lab.twin.sign(request, config, Lab.NOW);
    String printed = assertTimeout(BOUND, () -> lab.survive(signed, config));
    assertThat(printed).isNotEmpty();
  }

  private Stream<DynamicTest> leaks() {
    var leaks = new Leaks(lab);
    return Stream.of(
        Rule.test("when a message comes in", () -> leaks.assertNoneIn(leaks::receive)),
        Rule.test("when a forged one comes in", () -> leaks.assertNoneIn(leaks::receiveForged)),
        Rule.test("when a message goes out", () -> leaks.assertNoneIn(leaks::send)),
        Rule.test("when the settings are printed", () -> leaks.assertNoneIn(leaks::configure)));
  }
}
