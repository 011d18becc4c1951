package org.reachline.cases.web;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * The store or the broker is away: no fault of the request and none of the program. It is said so,
 * with when to try again; a command that was stored before is sent by the sweeper.
 */
@Component
final class WebAway implements WebExceptionHandler, Ordered {
  private static final Logger log = LoggerFactory.getLogger(WebAway.class);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  @Override
  public int getOrder() {
    return -20; // before the one who answers
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    return Mono.error(isAway(failure) ? unavailable(failure) : failure);
  }

  private static boolean isAway(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoWriteException) {
        return false;
      }
      if (cause instanceof MongoException || cause instanceof KafkaException) {
        return true;
      }
    }
    return false;
  }

  private static ErrorResponseException unavailable(Throwable failure) {
    log.warn("away kind={}", failure.getClass().getName()); // its message may name hosts
    ErrorResponseException said = new ErrorResponseException(HttpStatus.SERVICE_UNAVAILABLE);
    said.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(AGAIN.toSeconds()));
    return said;
  }
}
