package org.reachline.notifier.oncall.web;

import com.mongodb.MongoException;
import org.reachline.notifier.TryAgain;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A page asked for while the store is away says so, and that trying again helps. */
@Component
final class StoreAway implements WebFilter {
  private static final Logger LOG = LoggerFactory.getLogger(StoreAway.class);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return chain.filter(exchange).onErrorMap(StoreAway::isAway, StoreAway::notNow);
  }

  private static boolean isAway(Throwable failure) {
    return failure instanceof MongoException || failure instanceof TryAgain;
  }

  private static NotNow notNow(Throwable failure) {
    LOG.error("the store does not answer: {}", failure.getClass().getName());
    return new NotNow();
  }

  /** 503, and when to come again. */
  private static final class NotNow extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    NotNow() {
      super(HttpStatus.SERVICE_UNAVAILABLE);
    }

    @Override
    public HttpHeaders getHeaders() {
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, "5");
      return headers;
    }
  }
}
