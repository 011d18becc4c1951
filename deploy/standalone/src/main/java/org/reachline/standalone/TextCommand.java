package org.reachline.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code text "words"}: one signed webhook, as the phone company would send it, printed so that
 * anybody can send it by hand.
 */
final class TextCommand {
  private TextCommand() {}

  static int run(Terminal terminal, Arguments arguments) {
    if (arguments.words().isEmpty()) {
      throw new IllegalArgumentException("text wants the words in quotes");
    }
    DataFolder data = new DataFolder(arguments.data());
    Integer port = arguments.port();
    String url = DemoAgency.clientWebhook(port == null ? data.lastPorts() : new Ports(port));
    Map<String, String> fields = fields(arguments.from(), String.join(" ", arguments.words()));
    String signature = signature(data.providerToken(), url, fields);
    show(terminal, url, fields, signature);
    return send(terminal, url, fields, signature);
  }

  private static Map<String, String> fields(String from, String words) {
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    Map<String, String> fields = new TreeMap<>();
    fields.put("AccountSid", DemoAgency.ACCOUNT);
    fields.put("Body", words);
    fields.put("From", from);
    fields.put("MessageSid", sid);
    fields.put("NumMedia", "0");
    fields.put("To", DemoAgency.CLIENT_NUMBER);
    return fields;
  }

  private static void show(
      Terminal terminal, String url, Map<String, String> fields, String signature) {
    terminal.say("curl '" + url + "' -H 'X-Twilio-Signature: " + signature + "' \\");
    fields.forEach(
        (name, value) ->
            terminal.say(
                "  --data-urlencode '" + name + "=" + value.replace("'", "'\\''") + "' \\"));
    terminal.say("  -H 'Content-Type: application/x-www-form-urlencoded'");
  }

  private static int send(
      Terminal terminal, String url, Map<String, String> fields, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      terminal.say(
          "-> " + answer.statusCode() + (answer.statusCode() < 300 ? ": kept" : ": not kept"));
      return answer.statusCode() < 300 ? 0 : 1;
    } catch (IOException nobody) {
      throw new IllegalStateException(
          "nothing answers at " + url + "; is ./reachline up running?", nobody);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            f ->
                URLEncoder.encode(f.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /**
   * Base64 of HMAC-SHA1 over the address and the sorted parameters, as the provider documents it.
   */
  private static String signature(String token, String url, Map<String, String> sorted) {
    StringBuilder base = new StringBuilder(url);
    sorted.forEach((name, value) -> base.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(base.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA1", impossible);
    }
  }
}
