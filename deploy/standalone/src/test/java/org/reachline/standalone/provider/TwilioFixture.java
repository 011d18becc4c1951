package org.reachline.standalone.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stand-in with two agencies' accounts, a product's side, and a plain HTTP client. */
final class TwilioFixture implements AutoCloseable {
  static final String SID = "AC00000000000000000000000000000001";
  static final String TOKEN = "token-of-the-test";
  static final String MIRROR_SID = "AC00000000000000000000000000000002";
  static final String LINE = "+15550100001";
  static final String MIRROR_LINE = "+15550100002";
  static final String PHONE = "+15550123456";
  static final Instant NOW = Instant.parse("2026-03-05T04:05:06Z");

  final HookServer hooks;
  final FakeTwilio twilio;
  private final HttpClient http = HttpClient.newHttpClient();

  TwilioFixture() throws IOException {
    hooks = HookServer.start();
    twilio =
        FakeTwilio.start(
            0,
            List.of(
                new TwilioAccount(
                    SID, TOKEN, List.of(new TwilioNumber(LINE, hooks.url("/sms?line=a%2Bb")))),
                new TwilioAccount(
                    MIRROR_SID,
                    "other",
                    List.of(new TwilioNumber(MIRROR_LINE, hooks.url("/mirror"))))),
            InstantSource.fixed(NOW));
  }

  /** A reply of the API. */
  record Reply(int status, JsonNode json) {}

  Reply send(String... form) throws IOException, InterruptedException {
    return post(SID, TOKEN, form);
  }

  Reply text(String body, String... more) throws IOException, InterruptedException {
    Form form = Form.of("To", PHONE, "From", LINE, "Body", body);
    for (Form.Field field : Form.of(more).fields()) {
      form = form.and(field.name(), field.value());
    }
    return call(messages(SID, TOKEN, "").POST(HttpRequest.BodyPublishers.ofString(form.encoded())));
  }

  Reply post(String sid, String token, String... form) throws IOException, InterruptedException {
    return call(
        messages(sid, token, "")
            .POST(HttpRequest.BodyPublishers.ofString(Form.of(form).encoded())));
  }

  Reply list(String query) throws IOException, InterruptedException {
    return call(messages(SID, TOKEN, query));
  }

  Reply get(String path) throws IOException, InterruptedException {
    return call(request(path, SID, TOKEN));
  }

  private HttpRequest.Builder messages(String sid, String token, String query) {
    return request("/2010-04-01/Accounts/" + SID + "/Messages.json" + query, sid, token);
  }

  private HttpRequest.Builder request(String path, String sid, String token) {
    String credentials = Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(UTF_8));
    return HttpRequest.newBuilder(URI.create(twilio.baseUrl() + path))
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", "Basic " + credentials)
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  Reply call(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    return new Reply(response.statusCode(), JsonMapper.shared().readTree(response.body()));
  }

  HttpRequest.Builder impatient() {
    String form = Form.of("To", PHONE, "From", LINE, "Body", "hello").encoded();
    return messages(SID, TOKEN, "")
        .timeout(Duration.ofMillis(300))
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }

  @Override
  public void close() {
    http.shutdownNow();
    twilio.close();
    hooks.close();
  }
}
