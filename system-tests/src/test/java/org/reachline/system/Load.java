package org.reachline.system;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.reachline.standalone.Tenant;

/**
 * A scripted load as a provider makes it: conversations side by side; each text delivered after the
 * one before was answered, though not in the order they were written; some delivered twice at once;
 * some again later, while others are on their way; and what was not answered with success is
 * delivered again until it is. Knows the wire only, no class of the product.
 */
final class Load {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration AGAIN = Duration.ofMillis(250);

  private final String url;
  private final String token;
  private final Tenant tenant;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();

  Load(String url, String token, Tenant tenant) {
    this.url = url;
    this.token = token;
    this.tenant = tenant;
  }

  /**
   * One text of one client.
   *
   * @param number stands in the words, so that it is known again in a thread
   */
  record Text(int number, String from, String words) {
    String sid() {
      return "SMload%05d".formatted(number);
    }

    String body() {
      return words + " (" + number + ")";
    }
  }

  /** Texts answered with success so far, each once. */
  int answered() {
    return answered.get();
  }

  /** Deliveries of a text that had been, or was being, delivered. */
  int repeated() {
    return repeated.get();
  }

  /**
   * Sends everything and returns when every text has been answered with success.
   *
   * @return the texts of each conversation in the order in which they were accepted
   */
  List<List<Text>> send(Map<String, List<Text>> conversations, long seed) {
    List<List<Text>> accepted = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    try (ExecutorService side = Executors.newFixedThreadPool(8);
        ExecutorService repeats = Executors.newFixedThreadPool(4)) {
      List<Future<List<Text>>> running = new ArrayList<>();
      for (List<Text> texts : conversations.values()) {
        SplittableRandom own = random.split();
        List<Text> order = reordered(texts, own);
        running.add(side.submit(() -> deliver(order, own, repeats)));
      }
      for (Future<List<Text>> conversation : running) {
        accepted.add(await(conversation));
      }
    }
    return accepted;
  }

  /** Delivers these once more, in any order. */
  void again(List<Text> texts) {
    texts.parallelStream().forEach(this::deliver);
  }

  /** Every third pair of neighbours overtakes. */
  private static List<Text> reordered(List<Text> texts, SplittableRandom random) {
    List<Text> order = new ArrayList<>(texts);
    for (int i = 1; i < order.size(); i++) {
      if (random.nextInt(3) == 0) {
        order.set(i - 1, order.set(i, order.get(i - 1)));
      }
    }
    return order;
  }

  private List<Text> deliver(List<Text> texts, SplittableRandom random, ExecutorService repeats) {
    for (int i = 0; i < texts.size(); i++) {
      Text text = texts.get(i);
      Future<?> twin = random.nextInt(10) == 0 ? repeat(text, repeats) : null;
      deliver(text);
      if (twin != null) {
        await(twin);
      }
      answered.incrementAndGet();
      if (random.nextInt(2) == 0) {
        Future<?> _ = repeat(texts.get(random.nextInt(i + 1)), repeats);
      }
    }
    return texts;
  }

  private Future<?> repeat(Text text, ExecutorService repeats) {
    repeated.incrementAndGet();
    return repeats.submit(() -> deliver(text));
  }

  private void deliver(Text text) {
    Awaitility.await("text " + text.number() + " is answered with success")
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(AGAIN)
        .until(() -> post(text) == 200);
  }

  private int post(Text text) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("AccountSid", tenant.account());
    fields.put("Body", text.body());
    fields.put("From", text.from());
    fields.put("MessageSid", text.sid());
    fields.put("NumMedia", "0");
    fields.put("To", tenant.clientNumber());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofSeconds(15))
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
