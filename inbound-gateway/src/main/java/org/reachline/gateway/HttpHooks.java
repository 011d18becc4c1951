package org.reachline.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.DisconnectedClientHelper;
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

  /** When a provider that was told 503 should come again. */
  static final String RETRY_AFTER_SECONDS = "5";

  private final Lines lines;
  private final Intake intake;
  private final IntakeMetrics metrics;
  private final BodyReader bodies;
  private final Semaphore inFlight;
  private final Duration patience;

  HttpHooks(Lines lines, Intake intake, IntakeMetrics metrics, BodyReader bodies, Limits limits) {
    this.lines = lines;
    this.intake = intake;
    this.metrics = metrics;
    this.bodies = bodies;
    this.inFlight = new Semaphore(limits.maxInFlight());
    this.patience = limits.patience();
  }

  /**
   * How much is worked on.
   *
   * @param maxInFlight calls between their last byte and their answer
   * @param patience how long one of them may take
   */
  record Limits(int maxInFlight, Duration patience) {}

  /** Handles one webhook call. Never fails: every ending is an answer. */
  Mono<ServerResponse> handle(ServerRequest http) {
    ConfiguredLine line = lineOf(http);
    if (line == null) {
      return answer(HttpStatus.NOT_FOUND); // before the body is read
    }
    return bodies
        .read(http.exchange().getRequest(), line.adapter().capabilities().maxBody())
        .flatMap(body -> bounded(() -> take(http, line, body)))
        .onErrorResume(BodyReader.TooLarge.class, _ -> bounded(() -> tooLarge(http, line)))
        .onErrorResume(this::failed);
  }

  /** Nobody will read it, so that it came must be seen: its head is kept as evidence. */
  private Mono<ServerResponse> tooLarge(ServerRequest http, ConfiguredLine line) {
    HttpStatus status = HttpStatus.CONTENT_TOO_LARGE;
    return intake
        .refuse(line, request(http, line, Body.empty()), "too-large", status.value())
        .then(Mono.defer(() -> closing(status)));
  }

  /** A call that drips its body holds no place here. */
  private Mono<ServerResponse> bounded(Supplier<Mono<ServerResponse>> work) {
    if (!inFlight.tryAcquire()) {
      return unavailable();
    }
    return Mono.defer(work).timeout(patience).doFinally(_ -> inFlight.release());
  }

  private Mono<ServerResponse> take(ServerRequest http, ConfiguredLine urlLine, Body body) {
    RawRequest request = request(http, urlLine, body);
    ConfiguredLine line = routed(urlLine, request);
    Mono<Intake.Answer> answer =
        isCompressed(http)
            ? intake.refuse(
                line, request, "content-encoding", HttpStatus.UNSUPPORTED_MEDIA_TYPE.value())
            : intake.accept(line, request, correlation(http));
    return answer.flatMap(this::respond);
  }

  private static RawRequest request(ServerRequest http, ConfiguredLine line, Body body) {
    return new RawRequest(http.method().name(), calledUrl(line, http.uri()), headers(http), body);
  }

  private static boolean isCompressed(ServerRequest http) {
    return http.headers().header(HttpHeaders.CONTENT_ENCODING).stream()
        .anyMatch(encoding -> !encoding.isBlank() && !encoding.equalsIgnoreCase("identity"));
  }

  private Mono<ServerResponse> respond(Intake.Answer answer) {
    return switch (answer) {
      case Intake.Answer.Accepted(var status, var type, var body) -> accepted(status, type, body);
      case Intake.Answer.Refused(var status) -> answer(HttpStatusCode.valueOf(status));
    };
  }

  private Mono<ServerResponse> accepted(int status, String type, String body) {
    metrics.answered(status);
    var response = ServerResponse.status(status);
    return body.isEmpty()
        ? response.build()
        : response.contentType(MediaType.parseMediaType(type)).bodyValue(body);
  }

  private Mono<ServerResponse> answer(HttpStatusCode status) {
    metrics.answered(status.value());
    return ServerResponse.status(status).build();
  }

  private Mono<ServerResponse> failed(Throwable failure) {
    if (failure instanceof BodyReader.Unread unread) {
      return switch (unread.why) {
        case TOO_SLOW -> closing(HttpStatus.REQUEST_TIMEOUT);
        case TOO_MUCH_AT_ONCE -> unavailable();
      };
    }
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return closing(HttpStatus.REQUEST_TIMEOUT); // nobody hears it
    }
    LOG.warn(
        "a webhook call was not kept and answered 503: {}", failure.getClass().getSimpleName());
    return unavailable();
  }

  /** What is left of the body is not wanted. */
  private Mono<ServerResponse> closing(HttpStatus status) {
    metrics.answered(status.value());
    return ServerResponse.status(status).header(HttpHeaders.CONNECTION, "close").build();
  }

  private Mono<ServerResponse> unavailable() {
    metrics.answered(HttpStatus.SERVICE_UNAVAILABLE.value());
    return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
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
        .filter(line -> line.use() == ConfiguredLine.Use.CLIENTS)
        .filter(line -> line.publicUrl().equals(urlLine.publicUrl()))
        .filter(line -> line.id().agency().equals(urlLine.id().agency()))
        .filter(line -> line.config().channel().equals(key))
        .toList();
  }

  /**
   * The address the provider called: the configured one, with the query of this call as it came.
   */
  private static PublicUrl calledUrl(ConfiguredLine line, URI uri) {
    String query = uri.getRawQuery();
    String address = line.publicUrl().exact().split("\\?", 2)[0];
    return new PublicUrl(query == null ? address : address + "?" + query);
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
