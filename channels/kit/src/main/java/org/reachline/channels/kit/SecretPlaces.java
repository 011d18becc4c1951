package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.reachline.channels.spi.CallHeader;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.MediaPlan;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.Part;
import org.reachline.channels.spi.Secret;

/** Where an adapter's calls may carry secrets: marked headers and marked parts of the URL. */
final class SecretPlaces {
  private final Lab lab;

  SecretPlaces(Lab lab) {
    this.lab = lab;
  }

  Stream<DynamicTest> whenSending() {
    return Stream.of(
        Rule.test("sending text", () -> assertMarked(send(List.of()))),
        Rule.test("sending media", () -> assertMarked(send(List.of("https://m.example/a.png")))),
        Rule.test("asking for health", () -> assertMarked(probe())));
  }

  Stream<DynamicTest> inMedia() {
    return Stream.concat(
        lab.parsable().map(w -> Rule.test(w.id(), () -> assertNoToken(w))),
        Stream.of(
            Rule.test(
                "no credential for a host that is not the provider's",
                this::assertStrangerGetsNothing)));
  }

  private void assertNoToken(WebhookCase webhook) {
    var config = lab.config(webhook);
    for (MediaRef ref : references(webhook, config)) {
      assertThat(text(ref)).doesNotContain(secrets(config));
      assertMarked(calls(lab.adapter.media(ref, config)));
    }
  }

  private List<MediaRef> references(WebhookCase webhook, ChannelConfig config) {
    return lab.events(webhook.request(), config).stream()
        .flatMap(e -> e instanceof ChannelEvent.Message m ? m.parts().stream() : Stream.empty())
        .flatMap(p -> p instanceof Part.Media m ? Stream.of(m.ref()) : Stream.empty())
        .toList();
  }

  private static String text(MediaRef ref) {
    return switch (ref) {
      case MediaRef.Url(var url) -> url;
      case MediaRef.ProviderRef(var id) -> id;
      case MediaRef.Sticker(var set, var id) -> set + id;
    };
  }

  private void assertStrangerGetsNothing() {
    var ref = new MediaRef.Url("https://stranger.example/a.png");
    for (HttpCall call : calls(lab.adapter.media(ref, lab.config()))) {
      assertThat(call.url().secrets()).isEmpty();
      assertThat(call.headers()).noneMatch(CallHeader.Hidden.class::isInstance);
    }
  }

  private static List<HttpCall> calls(MediaPlan plan) {
    return switch (plan) {
      case MediaPlan.None() -> List.of();
      case MediaPlan.Direct(var call) -> List.of(call);
      case MediaPlan.Lookup(var call, _) -> List.of(call);
    };
  }

  private List<HttpCall> send(List<String> media) {
    if (media.size() > lab.adapter.capabilities().outbound().maxMedia()) {
      return List.of();
    }
    return lab.adapter.send(lab.twin.outbound("o3", "hello", media, lab.config()), lab.config());
  }

  private List<HttpCall> probe() {
    return lab.adapter.healthProbe(lab.config()).stream().toList();
  }

  private void assertMarked(List<HttpCall> calls) {
    for (HttpCall call : calls) {
      assertThat(open(call)).doesNotContain(secrets(lab.config()));
    }
  }

  /** Everything of a call that is not marked secret. */
  private static String open(HttpCall call) {
    return call.url().template()
        + call.body().text()
        + call.headers().stream()
            .filter(CallHeader.Plain.class::isInstance)
            .map(CallHeader::reveal)
            .toList();
  }

  private static List<String> secrets(ChannelConfig config) {
    return config.secrets().values().stream().map(Secret::reveal).toList();
  }
}
