package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.reachline.channels.spi.ChannelKey;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Routing;
import org.reachline.channels.spi.Verdict;

/** R1 to R3: the right line is found, whatever stands between the provider and us. */
final class RoutingRules {
  private final Lab lab;

  RoutingRules(Lab lab) {
    this.lab = lab;
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        Rule.of("R1", "only the configured URL counts, whatever a proxy says", proxies()),
        Rule.of("R2", "a request for nobody is answered, and tells nothing", strangers()),
        Rule.of("R3", "the line is found with and without optional fields", optionalFields()));
  }

  private Stream<DynamicTest> proxies() {
    return Stream.of(
        Rule.test("behind a proxy that ends TLS", () -> assertVerifies(behindProxy())),
        Rule.test(
            "a signature for a forwarded host is not enough", this::assertForwardedHostIsNothing));
  }

  private RawRequest behindProxy() {
    return Requests.headers(
        lab.signedText("proxied", "hello"),
        headers ->
            headers
                .with("Host", "10.0.0.7:8080")
                .with("X-Forwarded-Host", "elsewhere.example")
                .with("X-Forwarded-Proto", "http")
                .with("Forwarded", "host=elsewhere.example;proto=http"));
  }

  private void assertVerifies(RawRequest request) {
    assertThat(lab.verify(request, lab.config())).isInstanceOf(Verdict.Ok.class);
  }

  private void assertForwardedHostIsNothing() {
    if (!lab.adapter.capabilities().urlSigned()) {
      return;
    }
    RawRequest original = lab.twin.text("forwarded", "hello", lab.config());
    String elsewhere = original.url().exact().replaceFirst("//[^/]*", "//elsewhere.example");
    RawRequest forged =
        Requests.url(lab.sign(Requests.url(original, elsewhere)), original.url().exact());
    RawRequest claimed = Requests.header(forged, "X-Forwarded-Host", "elsewhere.example");
    assertThat(lab.verify(claimed, lab.config())).isInstanceOf(Verdict.Rejected.class);
  }

  private Stream<DynamicTest> strangers() {
    RawRequest text = lab.twin.text("stranger", "hello", lab.config());
    return Stream.of("", "nothing=here", "{}", "\u0000")
        .map(body -> Requests.body(text, body))
        .map(
            request -> Rule.test("a body of " + request.body(), () -> assertTellsNothing(request)));
  }

  private void assertTellsNothing(RawRequest request) {
    assertThat(lab.adapter.route(request).toString()).doesNotContain("hello");
    assertThat(candidates(request)).doesNotContain(lab.config().channel());
  }

  private Stream<DynamicTest> optionalFields() {
    return lab.twin.routed(lab.config()).stream()
        .map(request -> Rule.test("a request of " + request.body(), () -> assertFound(request)));
  }

  private void assertFound(RawRequest request) {
    if (lab.adapter.route(request) instanceof Routing.Candidates(var keys)) {
      assertThat(keys).contains(lab.config().channel());
    }
  }

  private List<ChannelKey> candidates(RawRequest request) {
    return lab.adapter.route(request) instanceof Routing.Candidates(var keys) ? keys : List.of();
  }
}
