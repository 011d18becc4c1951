package org.reachline.channels.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.Item;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Verdict;

/** What the rules work on: the adapter, its provider's twin and the cases. */
final class Lab {
  static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
  static final String SECRET = "kit-canary-5d1f0c9e";
  static final String OTHER_SECRET = "kit-other-tenant-77aa";

  final ChannelAdapter adapter;
  final ProviderTwin twin;
  final CaseFiles files;

  Lab(ChannelAdapter adapter, ProviderTwin twin, CaseFiles files) {
    this.adapter = adapter;
    this.twin = twin;
    this.files = files;
  }

  Lab with(List<WebhookCase> webhooks) {
    return new Lab(adapter, twin, new CaseFiles(webhooks, files.sends(), files.replies()));
  }

  /** Verdict and events of every case, under one name. */
  Stream<DynamicNode> judged(String id) {
    return Stream.concat(
        new SignatureRules(this).judging(id), Stream.of(new ParsingRules(this).golden(id)));
  }

  /** The line that the kit's own requests go to. */
  ChannelConfig config() {
    return config(SECRET, Map.of());
  }

  ChannelConfig config(WebhookCase webhook) {
    return config(webhook.secret().orElse(SECRET), webhook.config());
  }

  ChannelConfig config(String secret, Map<String, String> caseConfig) {
    return switch (adapter.configSpec().read(adapter.type(), twin.settings(secret, caseConfig))) {
      case ConfigSpec.Reading.Usable(var config) -> config;
      case ConfigSpec.Reading.Wrong(var mistakes) ->
          throw new AssertionError("the twin's settings are refused: " + mistakes);
    };
  }

  Stream<WebhookCase> webhooks() {
    return files.webhooks().stream();
  }

  Stream<WebhookCase> genuine() {
    return webhooks().filter(WebhookCase::genuine);
  }

  /** Cases whose request can be parsed, and signed again after a change. */
  Stream<WebhookCase> parsable() {
    return genuine().filter(webhook -> !webhook.signatureOnly());
  }

  Verdict verify(RawRequest request, ChannelConfig config) {
    return adapter.verify(request, config, NOW);
  }

  RawRequest sign(RawRequest request) {
    return twin.sign(request, config(), NOW);
  }

  /** A genuine text message for the kit's own line. */
  RawRequest signedText(String messageId, String text) {
    return sign(twin.text(messageId, text, config()));
  }

  List<ChannelEvent> events(RawRequest request, ChannelConfig config) {
    return adapter.parse(request, config).items().stream()
        .flatMap(item -> item instanceof Item.Event(var event) ? Stream.of(event) : Stream.empty())
        .toList();
  }

  List<ChannelEvent> events(RawRequest request) {
    return events(request, config());
  }

  <E extends ChannelEvent> List<E> events(RawRequest request, Class<E> kind) {
    return events(request).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Everything the gateway would do with a request, and all of it printed. */
  String survive(RawRequest request, ChannelConfig config) {
    var routing = adapter.route(request);
    var verdict = adapter.verify(request, config, NOW);
    var inbound = adapter.parse(request, config);
    return routing + " " + verdict + " " + inbound;
  }
}
