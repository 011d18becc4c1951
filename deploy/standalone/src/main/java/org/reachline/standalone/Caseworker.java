package org.reachline.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CrisisId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The hands of the person who looks at the Phones page: reads the console's own fragment and
 * presses the console's own buttons over HTTP, with that person's own session and form token. It
 * has no way in that they have not.
 */
final class Caseworker implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String cases;
  private final String notifier;

  Caseworker(Ports ports) {
    this.cases = "http://127.0.0.1:" + ports.cases();
    this.notifier = "http://127.0.0.1:" + ports.notifier();
  }

  /**
   * Who presses.
   *
   * @param cookie the Cookie header of their request
   * @param csrf their form token
   */
  record Hands(String cookie, String csrf) {
    @Override
    public String toString() {
      return "Hands";
    }
  }

  /** The case as the console shows it, without its composer; empty where it cannot be read now. */
  String caseCard(Hands hands, CaseId id) {
    HttpResponse<String> answer = send(request(hands, cases + "/c/" + id + "/card").GET());
    return answer.statusCode() == 200 ? answer.body() : "";
  }

  /** Sends a reply to whoever wrote last. */
  boolean answer(Hands hands, CaseId id, String words) {
    HttpResponse<String> read = send(request(hands, cases + "/api/v1/cases/" + id).GET());
    if (read.statusCode() != 200) {
      return false;
    }
    JsonNode open = JSON.readTree(read.body());
    Map<String, String> fields = new TreeMap<>();
    fields.put("text", words);
    fields.put("conversationId", open.path("conversationId").asString(""));
    fields.put("seenSeq", open.path("seq").asString("0"));
    fields.put("version", open.path("version").asString("0"));
    fields.put("sendId", UUID.randomUUID().toString());
    return post(hands, cases + "/c/" + id + "/reply", fields);
  }

  /** Presses a button of the crisis banner: take, contact, back or close. */
  boolean crisis(Hands hands, CrisisId id, String act, String outcome) {
    return post(
        hands, notifier + "/oncall/" + id + "/" + act, Map.of("outcome", outcome, "to", "oncall"));
  }

  private boolean post(Hands hands, String url, Map<String, String> fields) {
    Map<String, String> form = new TreeMap<>(fields);
    form.put("csrf", hands.csrf());
    HttpRequest.Builder post =
        request(hands, url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
    int status = send(post).statusCode();
    return status >= 200 && status < 400;
  }

  private static HttpRequest.Builder request(Hands hands, String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("Cookie", hands.cookie());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException away) {
      throw new IllegalStateException("the service behind the page does not answer", away);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    http.close();
  }
}
