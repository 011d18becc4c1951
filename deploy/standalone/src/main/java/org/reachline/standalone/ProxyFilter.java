package org.reachline.standalone;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * One origin for all staff pages: passes a call on to the service that owns its path, before any
 * filter of the front door, and streams the answer back as it comes, event streams included. Every
 * service checks the session and the form token by itself.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProxyFilter implements WebFilter {
  /** Headers that belong to one connection and are not passed on. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "transfer-encoding",
          "upgrade",
          "te",
          "trailer",
          "proxy-authorization");

  private final HttpClient client = HttpClient.create().disableRetry(true).followRedirect(false);
  private final Sinks.Empty<Void> closing = Sinks.empty();
  private final Map<String, Integer> owners;

  /**
   * @param owners first part of a path to the port of the service that owns it
   */
  ProxyFilter(Map<String, Integer> owners) {
    this.owners = Map.copyOf(owners);
  }

  /** Streams that go on for ever would hold up the end of the process. */
  @EventListener(ContextClosedEvent.class)
  void close() {
    Sinks.EmitResult _ = closing.tryEmitEmpty();
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Integer port = owner(exchange.getRequest().getURI());
    return port == null ? chain.filter(exchange) : pass(exchange, port);
  }

  private @Nullable Integer owner(URI uri) {
    String[] parts = uri.getRawPath().split("/", 3);
    return parts.length < 2 ? null : owners.get(parts[1]);
  }

  private Mono<Void> pass(ServerWebExchange exchange, int port) {
    ServerHttpRequest request = exchange.getRequest();
    URI uri = request.getURI();
    String target =
        "http://127.0.0.1:"
            + port
            + uri.getRawPath()
            + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    return client
        .headers(headers -> copy(request, headers))
        .request(HttpMethod.valueOf(request.getMethod().name()))
        .uri(target)
        .send((_, out) -> out.send(request.getBody().map(NettyDataBufferFactory::toByteBuf)))
        .responseConnection(
            (answer, connection) -> write(exchange.getResponse(), answer, connection))
        .then()
        .onErrorResume(_ -> unavailable(exchange.getResponse()));
  }

  private static void copy(ServerHttpRequest from, HttpHeaders to) {
    for (var header : from.getHeaders().headerSet()) {
      if (!OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        to.set(header.getKey(), header.getValue());
      }
    }
    to.set(HttpHeaderNames.HOST, from.getHeaders().getFirst("Host"));
  }

  private Mono<Void> write(
      ServerHttpResponse response, HttpClientResponse answer, Connection connection) {
    response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
    answer.responseHeaders().forEach(header -> add(response, header.getKey(), header.getValue()));
    NettyDataBufferFactory buffers = (NettyDataBufferFactory) response.bufferFactory();
    Flux<DataBuffer> body = connection.inbound().receive().retain().map(buffers::wrap);
    return response.writeAndFlushWith(body.takeUntilOther(closing.asMono()).map(Mono::just));
  }

  private static void add(ServerHttpResponse response, String name, String value) {
    if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
      response.getHeaders().add(name, value);
    }
  }

  private static Mono<Void> unavailable(ServerHttpResponse response) {
    if (response.isCommitted()) {
      return Mono.empty();
    }
    response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
    return response.setComplete();
  }
}
