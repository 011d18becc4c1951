package org.reachline.channels.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Stated;
import tools.jackson.databind.JsonNode;

/**
 * A request as a provider sends it, and what a correct gateway does with it.
 *
 * @param signatureOnly only the verdict is asserted
 * @param expectations the main outcome and its alternatives; any of them may match
 */
record WebhookCase(
    String id,
    boolean signatureOnly,
    RawRequest request,
    Stated<String> secret,
    Map<String, String> config,
    Instant clock,
    List<Expectation> expectations) {

  static WebhookCase of(JsonNode json) {
    var expect = json.required("expect");
    return new WebhookCase(
        json.required("id").asString(),
        json.required("level").asString().equals("signature"),
        new RawRequest(
            json.required("method").asString(),
            new PublicUrl(json.required("url").asString()),
            headers(json.path("headers")),
            Body.of(json.path("body").asString(""))),
        Json.stated(json, "secret"),
        Json.strings(json.path("config")),
        Json.stated(json, "clock").map(Instant::parse).orElse(Lab.NOW),
        Stream.concat(Stream.of(expect), expect.path("alternatives").valueStream())
            .map(Expectation::of)
            .toList());
  }

  static Headers headers(JsonNode json) {
    Headers headers = Headers.none();
    for (var header : json.properties()) {
      for (String value : Json.oneOrMore(header.getValue())) {
        headers = headers.with(header.getKey(), value);
      }
    }
    return headers;
  }

  /** Whether the signature is right, whatever comes out of it. */
  boolean genuine() {
    return expectations.getFirst().rejection() instanceof Stated.Absent;
  }

  boolean form() {
    return type().startsWith("application/x-www-form-urlencoded");
  }

  boolean json() {
    return type().startsWith("application/json");
  }

  private String type() {
    return request.headers().first("Content-Type").orElse("");
  }
}
