package org.reachline.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A scripted load as a provider makes it: conversations side by side, the texts of one conversation
 * each sent after the one before was answered, some of them delivered again later and out of order.
 * Knows the wire only, no class of the product.
 */
final class Load {
  private final String url;
  private final String token;
  private final String to;
  private final HttpClient http = HttpClient.newHttpClient();

  Load(String url, String token, String to) {
    this.url = url;
    this.token = token;
    this.to = to;
  }

  /** One text of one client. */
  record Text(String sid, String from, String words, boolean crisis) {}

  /** A text and what the gateway answered. */
  record Answered(Text text, int status) {}

  /**
   * Sends conversations side by side, their texts in order, then delivers some again in any order.
   */
  List<Answered> send(Map<String, List<Text>> conversations, int again, long seed) {
    List<Answered> ledger = new ArrayList<>();
    try (ExecutorService side = Executors.newFixedThreadPool(8)) {
      List<Future<List<Answered>>> running = new ArrayList<>();
      conversations.values().forEach(texts -> running.add(side.submit(() -> inOrder(texts))));
      for (Future<List<Answered>> conversation : running) {
        ledger.addAll(await(conversation));
      }
      redeliver(ledger.stream().map(Answered::text).toList(), again, seed, side);
    }
    return ledger;
  }

  private List<Answered> inOrder(List<Text> texts) {
    return texts.stream().map(text -> new Answered(text, post(text))).toList();
  }

  private void redeliver(List<Text> texts, int again, long seed, ExecutorService side) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Future<Integer>> repeated = new ArrayList<>();
    for (int i = 0; i < again; i++) {
      Text text = texts.get(random.nextInt(texts.size()));
      repeated.add(side.submit(() -> post(text)));
    }
    repeated.forEach(Load::await);
  }

  private int post(Text text) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("AccountSid", "AC00000000000000000000000000000001");
    fields.put("Body", text.words());
    fields.put("From", text.from());
    fields.put("MessageSid", text.sid());
    fields.put("NumMedia", "0");
    fields.put("To", to);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature(fields))
            .POST(HttpRequest.BodyPublishers.ofString(encoded(fields)))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException nobody) {
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private String signature(Map<String, String> sorted) {
    StringBuilder base = new StringBuilder(url);
    sorted.forEach((name, value) -> base.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(base.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (Exception failed) {
      throw new IllegalStateException("the load broke", failed);
    }
  }
}
