package org.reachline.gateway;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * The answer to a call that reached no handler, or that a handler could not answer: a status and
 * nothing else, the same for any path. The framework's own answer repeats the path, and its log the
 * query, where a webhook by GET has its words.
 */
final class HookFailures implements WebExceptionHandler, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(HookFailures.class);

  private final IntakeMetrics metrics;

  HookFailures(IntakeMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public int getOrder() {
    return -10; // before Boot's own
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    ServerHttpResponse response = exchange.getResponse();
    if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      return Mono.error(failure);
    }
    int status =
        failure instanceof ErrorResponse known
            ? known.getStatusCode().value()
            : HttpStatus.SERVICE_UNAVAILABLE.value();
    if (status >= 500) {
      LOG.error("a call could not be answered: {}", failure.getClass().getSimpleName());
    }
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    metrics.answered(status);
    response.setRawStatusCode(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.getHeaders().set(HttpHeaders.RETRY_AFTER, HttpHooks.RETRY_AFTER_SECONDS);
    }
    return response.setComplete();
  }
}
