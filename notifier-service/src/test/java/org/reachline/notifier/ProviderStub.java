package org.reachline.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The provider at the far end of HTTP, as small as can be: it takes messages and remembers them.
 */
public final class ProviderStub implements AutoCloseable {
  private final HttpServer server;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final AtomicInteger sids = new AtomicInteger();
  private volatile int status = 201;

  /** One message it took. */
  public record Taken(String from, String to, String body, String callback, String sid) {}

  public ProviderStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void answer(int status) {
    this.status = status;
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  public List<Taken> takenFor(String to) {
    return taken.stream().filter(t -> t.to().equals(to)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String sid = "SM" + "%032x".formatted(sids.incrementAndGet());
    int now = status;
    if (now == 201) {
      Map<String, String> form = form(body);
      taken.add(
          new Taken(
              form.getOrDefault("From", ""),
              form.getOrDefault("To", ""),
              form.getOrDefault("Body", ""),
              form.getOrDefault("StatusCallback", ""),
              sid));
    }
    byte[] answer =
        ("{\"sid\":\"" + sid + "\",\"status\":\"queued\"}").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(now, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  static Map<String, String> form(String body) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
