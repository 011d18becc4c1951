package org.reachline.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.ChannelKey;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Routing;
import org.reachline.contracts.LineId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The HTTP side of intake: finds the line, reads the raw bytes once and capped, and turns answers
 * into responses. The address is {@code /hooks/{agency}/{line}}; whatever else was configured at
 * the provider stands in the line's public URL.
 */
final class HttpHooks {
  private static final Logger LOG = LoggerFactory.getLogger(HttpHooks.class);

  /** The query parameter by which a status callback carries our own message id. */
  static final String CORRELATION = "m";

  private final Lines lines;
  private final Intake intake;
  private final IntakeMetrics metrics;
  private final Semaphore inFlight;
  private final Duration patience;

  HttpHooks(Lines lines, Intake intake, IntakeMetrics metrics, int maxInFlight, Duration patience) {
    this.lines = lines;
    this.intake = intake;
    this.metrics = metrics;
    this.inFlight = new Semaphore(maxInFlight);
    this.patience = patience;
  }

  /** Handles one webhook call. Never fails: every ending is an answer. */
  Mono<ServerResponse> handle(ServerRequest http) {
    ConfiguredLine line = lineOf(http);
    if (line == null) {
      return answer(HttpStatus.NOT_FOUND.value()); // before the body is read
    }
    if (!inFlight.tryAcquire()) {
      return unavailable();
    }
    return read(http, line.adapter().capabilities().maxBody())
        .flatMap(body -> take(http, line, body))
        .timeout(patience)
        .onErrorResume(this::failed)
        .doFinally(_ -> inFlight.release());
  }

  private Mono<ServerResponse> take(ServerRequest http, ConfiguredLine urlLine, Body body) {
    RawRequest request =
        new RawRequest(http.method().name(), calledUrl(urlLine, http.uri()), headers(http), body);
    ConfiguredLine line = routed(urlLine, request);
    String encoding = http.headers().asHttpHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
    Mono<Intake.Answer> answer =
        encoding == null || encoding.equalsIgnoreCase("identity")
            ? intake.accept(line, request, correlation(http))
            : intake.refuse(
                line, request, "content-encoding", HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
    return answer.flatMap(this::respond);
  }

  private Mono<ServerResponse> respond(Intake.Answer answer) {
    return switch (answer) {
      case Intake.Answer.Accepted(var status, var type, var body) -> accepted(status, type, body);
      case Intake.Answer.Refused(var status) -> answer(status);
    };
  }

  private Mono<ServerResponse> accepted(int status, String type, String body) {
    metrics.answered(status);
    var response = ServerResponse.status(status);
    return body.isEmpty()
        ? response.build()
        : response.contentType(MediaType.parseMediaType(type)).bodyValue(body);
  }

  private Mono<ServerResponse> answer(int status) {
    metrics.answered(status);
    return ServerResponse.status(status).build();
  }

  private Mono<ServerResponse> failed(Throwable failure) {
    if (failure instanceof DataBufferLimitException) {
      return answer(HttpStatus.CONTENT_TOO_LARGE.value());
    }
    LOG.warn(
        "a webhook call was not kept and answered 503: {}", failure.getClass().getSimpleName());
    return unavailable();
  }

  private Mono<ServerResponse> unavailable() {
    metrics.answered(HttpStatus.SERVICE_UNAVAILABLE.value());
    return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "5")
        .build();
  }

  private @Nullable ConfiguredLine lineOf(ServerRequest http) {
    String id = http.pathVariable("agency") + "." + http.pathVariable("line");
    ConfiguredLine line = LineId.isValid(id) ? lines.line(new LineId(id)) : null;
    return line != null && line.use() == ConfiguredLine.Use.CLIENTS ? line : null;
  }

  /**
   * Several lines can share one webhook address; then the request names the one whose secret is
   * tried.
   */
  private ConfiguredLine routed(ConfiguredLine urlLine, RawRequest request) {
    return switch (urlLine.adapter().route(request)) {
      case Routing.ByUrl() -> urlLine;
      case Routing.Candidates(var keys) ->
          keys.stream().flatMap(key -> sharing(urlLine, key).stream()).findFirst().orElse(urlLine);
    };
  }

  private List<ConfiguredLine> sharing(ConfiguredLine urlLine, ChannelKey key) {
    return lines.all().stream()
        .filter(line -> line.publicUrl().equals(urlLine.publicUrl()))
        .filter(line -> line.id().agency().equals(urlLine.id().agency()))
        .filter(line -> line.config().channel().equals(key))
        .toList();
  }

  private static Mono<Body> read(ServerRequest http, long cap) {
    int limit = (int) Math.min(cap, Integer.MAX_VALUE);
    return DataBufferUtils.join(http.body((in, _) -> in.getBody()), limit)
        .map(HttpHooks::bytes)
        .defaultIfEmpty(Body.empty());
  }

  private static Body bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return Body.of(bytes);
  }

  /**
   * The address the provider called: the configured one, with the query of this call as it came.
   */
  private static PublicUrl calledUrl(ConfiguredLine line, URI uri) {
    String query = uri.getRawQuery();
    String exact = line.publicUrl().exact();
    if (query == null || exact.contains("?")) {
      return line.publicUrl();
    }
    return new PublicUrl(exact + "?" + query);
  }

  private static String correlation(ServerRequest http) {
    return http.queryParam(CORRELATION).orElse("");
  }

  private static Headers headers(ServerRequest http) {
    Headers headers = Headers.none();
    for (var header : http.headers().asHttpHeaders().headerSet()) {
      for (String value : header.getValue()) {
        headers = headers.with(header.getKey(), value);
      }
    }
    return headers;
  }
}
