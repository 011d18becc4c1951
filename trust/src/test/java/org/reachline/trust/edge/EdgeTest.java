package org.reachline.trust.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The server as whoever speaks to its port meets it, well-behaved or not. */
@ExtendWith(Canaries.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EdgeTest {
  private DisposableServer server = HttpServer.create().bindNow();

  @BeforeAll
  void serve() {
    server.disposeNow();
    HttpServer plain =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(
                (request, response) ->
                    request
                        .receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("")
                        .flatMap(body -> response.sendString(Mono.just("took " + body)).then()));
    server = Edge.strict(plain, Duration.ofMillis(600), Duration.ofMillis(300)).bindNow();
  }

  @AfterAll
  void end() {
    server.disposeNow();
  }

  @Test
  void aRequestAtOnceIsServedAndSoIsTheNextOnTheSameConnection() throws IOException {
    try (Socket socket = connect()) {
      assertThat(answer(socket, post("a"))).contains("200 OK").endsWith("took a");
      assertThat(answer(socket, post("b"))).contains("200 OK").endsWith("took b");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello there\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "GET / HTTP/1.1\r\nX-A: \0\r\n\r\n",
        "\u0016\u0003\u0001\u0002\0\u0001\0\r\n\r\n"
      })
  void whatIsNoRequestIsRefusedWithTheHeadersOfEveryAnswer(String bytes) throws IOException {
    try (Socket socket = connect()) {
      String answer = answer(socket, bytes);

      assertThat(answer).startsWith("HTTP/1.1 400");
      assertThat(answer.toLowerCase(Locale.ROOT))
          .contains("content-security-policy: default-src 'none'")
          .contains("x-content-type-options: nosniff")
          .contains("cache-control: no-store");
    }
  }

  @Test
  void nothingOfAMalformedRequestStandsInTheLog(CanaryScan canaries) throws IOException {
    List<String> requests =
        List.of(
            canaries.phone() + " " + CanaryScan.NAME + "\r\n\r\n",
            "GET /?From=" + canaries.phone() + " HTTP/1.1\r\nContent-Length: x\r\n\r\n",
            "GET / HTTP/1.1\r\n" + canaries.phone() + "\0: x\r\n\r\n");
    for (String request : requests) {
      try (Socket socket = connect()) {
        assertThat(answer(socket, request)).startsWith("HTTP/1.1 400");
      }
    } // the extension looks through the log
  }

  @Test
  void headersThatDripEndTheConnection() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try (Socket socket = connect()) {
            drip(socket, "POST / HTTP/1.1\r\n" + "X-A: a\r\n".repeat(400));
          }
        });
  }

  @Test
  void soDoHeadersThatDripAfterAGoodRequest() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try (Socket socket = connect()) {
            assertThat(answer(socket, post("a"))).endsWith("took a");
            drip(socket, "POST / HTTP/1.1\r\n" + "X-A: a\r\n".repeat(400));
          }
        });
  }

  @Test
  void aConnectionThatSaysNothingEnds() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try (Socket socket = connect()) {
            assertThat(socket.getInputStream().read()).isNegative();
          }
        });
  }

  @Test
  void aBodyThatStopsIsNotWaitedFor() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try (Socket socket = connect()) {
            String answer = answer(socket, "POST / HTTP/1.1\r\nContent-Length: 50\r\n\r\nhalf");
            assertThat(answer).doesNotContain("200 OK");
          }
        });
  }

  @Test
  void aBodyThatDripsIsNotWaitedFor() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try (Socket socket = connect()) {
            send(socket, "POST / HTTP/1.1\r\nContent-Length: 5000\r\n\r\n");
            drip(socket, "a".repeat(5000));
          }
        });
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static String post(String body) {
    return "POST / HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  /** Byte by byte, until the server has had enough. */
  private static void drip(Socket socket, String text) {
    try {
      for (byte one : text.getBytes(ISO_8859_1)) {
        socket.getOutputStream().write(one);
        socket.setSoTimeout(20);
        try {
          if (socket.getInputStream().read() < 0) {
            return;
          }
        } catch (SocketTimeoutException stillOpen) {
          assertThat(stillOpen).isNotNull();
        }
      }
    } catch (IOException closed) {
      return;
    }
    throw new AssertionError("the server took every byte");
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  /** What comes back until the length it states, or the end. */
  private static String answer(Socket socket, String text) throws IOException {
    send(socket, text);
    StringBuilder answer = new StringBuilder();
    for (int one = socket.getInputStream().read(); one >= 0; one = socket.getInputStream().read()) {
      answer.append((char) one);
      if (isWhole(answer.toString())) {
        break;
      }
    }
    return answer.toString();
  }

  private static boolean isWhole(String answer) {
    int head = answer.indexOf("\r\n\r\n");
    return head > 0
        && (answer.endsWith("0\r\n\r\n")
            || answer.matches("(?is).*content-length: 0\r\n.*")
            || answer.matches("(?s).*took [a-z]$"));
  }
}
