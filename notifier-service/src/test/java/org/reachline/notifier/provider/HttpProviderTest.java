package org.reachline.notifier.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.CallHeader;
import org.reachline.channels.spi.CallUrl;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;

class HttpProviderTest {
  private static final Duration SHORT = Duration.ofMillis(400);
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpProvider provider =
      new HttpProvider(new HttpProvider.Limits(Duration.ofMillis(300), SHORT, 1));

  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/echo",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().add("X-Got", exchange.getRequestHeaders().getFirst("X-Is"));
          exchange.sendResponseHeaders(202, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/echo");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.createContext(
        "/hang",
        exchange -> {
          try {
            assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.createContext(
        "/trickle",
        exchange -> {
          exchange.sendResponseHeaders(201, 1_000);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          try {
            assertThat(released.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.createContext(
        "/flood",
        exchange -> {
          exchange.sendResponseHeaders(201, 0);
          byte[] junk = new byte[64 * 1024];
          for (int i = 0; i < 1_000; i++) {
            exchange.getResponseBody().write(junk);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    provider.close();
    server.stop(0);
  }

  private HttpCall call(String url) {
    return new HttpCall(
        "POST", CallUrl.of(url), List.of(new CallHeader.Plain("X-Is", "yes")), Body.of("words"));
  }

  private String local(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Test
  void theWholeAnswerComesBack() {
    HttpReply reply = provider.call(call(local("/echo")));

    assertThat(reply).isInstanceOf(HttpReply.Answered.class);
    var answered = (HttpReply.Answered) reply;
    assertThat(answered.status()).isEqualTo(202);
    assertThat(answered.body().text(StandardCharsets.UTF_8)).isEqualTo("words");
    assertThat(answered.headers().all("x-got")).containsExactly("yes");
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() {
    var answered = (HttpReply.Answered) provider.call(call(local("/moved")));

    assertThat(answered.status()).isEqualTo(307);
  }

  @Test
  void silenceAfterTheBytesLeftIsLost() {
    assertThat(provider.call(call(local("/hang")))).isEqualTo(new HttpReply.Lost());
  }

  @Test
  @Timeout(10)
  void anAnswerThatNeverEndsIsLostAtTheLimitAndFreesItsPlace() {
    assertThat(provider.call(call(local("/trickle")))).isEqualTo(new HttpReply.Lost());

    assertThat(provider.call(call(local("/echo")))).isInstanceOf(HttpReply.Answered.class);
  }

  @Test
  @Timeout(10)
  void anAnswerWithoutAnEndInSizeIsLostToo() {
    assertThat(provider.call(call(local("/flood")))).isEqualTo(new HttpReply.Lost());
  }

  @Test
  void aNameNobodyKnowsIsKnownNotToHaveSent() {
    assertThat(provider.call(call("http://nobody.invalid/")))
        .isEqualTo(new HttpReply.NeverSent("no-address"));
  }

  @Test
  void aRefusedConnectionIsKnownNotToHaveSent() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }

    assertThat(provider.call(call("http://127.0.0.1:" + nobody + "/")))
        .isEqualTo(new HttpReply.NeverSent("connect-refused"));
  }
}
