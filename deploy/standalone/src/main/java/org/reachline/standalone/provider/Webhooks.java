package org.reachline.standalone.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Posts signed forms as the provider does: 5 s to connect, 15 s to answer, once more where nobody
 * listened, then the fallbacks.
 */
final class Webhooks implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final InstantSource clock;

  Webhooks(InstantSource clock) {
    this.clock = clock;
  }

  /** Tries until one of the addresses takes it; all attempts in order. */
  List<Attempt> post(String messageSid, String authToken, TwilioNumber number, Form form) {
    List<Attempt> attempts = new ArrayList<>();
    attempts.add(once(messageSid, authToken, number.webhook(), form));
    if (attempts.getLast().result() instanceof Attempt.Result.NotConnected) {
      attempts.add(once(messageSid, authToken, number.webhook(), form));
    }
    for (String fallback : number.fallbacks()) {
      if (!attempts.getLast().taken()) {
        attempts.add(once(messageSid, authToken, fallback, form));
      }
    }
    return List.copyOf(attempts);
  }

  Attempt once(String messageSid, String authToken, String url, Form form) {
    Instant asked = clock.instant();
    return new Attempt(messageSid, url, send(authToken, url, form), asked, clock.instant());
  }

  private Attempt.Result send(String authToken, String url, Form form) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(ANSWER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "TwilioProxy/1.1")
            .header("X-Twilio-Signature", Signature.of(authToken, url, form))
            .POST(HttpRequest.BodyPublishers.ofString(form.encoded()))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      return new Attempt.Result.Answered(response.statusCode(), response.body());
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return new Attempt.Result.NotConnected();
    } catch (IOException e) {
      return new Attempt.Result.NoAnswer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Attempt.Result.NoAnswer();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
