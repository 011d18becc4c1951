package org.reachline.standalone.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The product's side in these tests: takes webhooks, keeps them, answers as told. */
final class HookServer implements AutoCloseable {
  private final HttpServer server;
  private final BlockingQueue<Hook> hooks = new LinkedBlockingQueue<>();
  private volatile int status = 200;
  private volatile String answer = "";

  /** One request as it came. */
  record Hook(String path, String signature, String body) {
    Form form() {
      return Form.parse(body);
    }
  }

  private HookServer(HttpServer server) {
    this.server = server;
  }

  static HookServer start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    HookServer hooks = new HookServer(server);
    server.createContext("/", hooks::take);
    server.start();
    return hooks;
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  void answer(int newStatus, String newAnswer) {
    status = newStatus;
    answer = newAnswer;
  }

  Hook next() throws InterruptedException {
    Hook hook = hooks.poll(10, TimeUnit.SECONDS);
    if (hook == null) {
      throw new AssertionError("no webhook within 10 s");
    }
    return hook;
  }

  List<Hook> next(int count) throws InterruptedException {
    List<Hook> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(next());
    }
    return List.copyOf(taken);
  }

  boolean isQuiet() {
    return hooks.isEmpty();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      String signature =
          String.join(
              ",", exchange.getRequestHeaders().getOrDefault("X-Twilio-Signature", List.of()));
      byte[] reply = answer.getBytes(UTF_8);
      hooks.add(new Hook(exchange.getRequestURI().toString(), signature, body));
      exchange.sendResponseHeaders(status, reply.length == 0 ? -1 : reply.length);
      exchange.getResponseBody().write(reply);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
