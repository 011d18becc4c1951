package org.reachline.trust.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends what a browser would, header by header; follows nothing and keeps nothing. */
final class Browser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String site;
  private final Map<String, String> headers;

  private Browser(String site, Map<String, String> headers) {
    this.site = site;
    this.headers = headers;
  }

  static Browser at(int port) {
    return new Browser("http://127.0.0.1:" + port, Map.of("Accept", "text/html"));
  }

  Browser with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Browser(site, more);
  }

  /** A form of a page of this site. */
  Browser sameOrigin() {
    return with("Origin", site);
  }

  String site() {
    return site;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  HttpResponse<String> send(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** The value of a cookie an answer sets, or empty. */
  static String cookie(HttpResponse<?> answer, String name) {
    return setCookies(answer).stream()
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1, line.indexOf(';')))
        .findFirst()
        .orElse("");
  }

  static List<String> setCookies(HttpResponse<?> answer) {
    return answer.headers().allValues("set-cookie");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path));
    headers.forEach(request::header);
    return request;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw new AssertionError(unreachable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
