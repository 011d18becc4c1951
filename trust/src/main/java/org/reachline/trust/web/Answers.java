package org.reachline.trust.web;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/**
 * The one place where a failed request is answered: a page for people, problem+json for scripts.
 * What is not theirs, not there, and not to be known of gets the same bytes. Nothing the request or
 * the exception says is repeated.
 */
public final class Answers implements WebExceptionHandler, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
  private static final String NO_CODE = "";

  private final BasicModel basics;
  private final ServerResponse.Context views;

  Answers(BasicModel basics, ServerCodecConfigurer codecs, List<ViewResolver> viewResolvers) {
    this.basics = basics;
    this.views = new Rendering(codecs.getWriters(), viewResolvers);
  }

  @Override
  public int getOrder() {
    return -10; // before Boot's own, which shows paths and ids
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    boolean nobodyReads = DisconnectedClientHelper.isClientDisconnectedException(failure);
    if (exchange.getResponse().isCommitted() || nobodyReads) {
      String _ = nobodyReads ? NO_CODE : log(failure);
      return Mono.error(failure); // WebFlux ends the connection, and knows not to make noise
    }
    HttpStatusCode status = statusOf(failure);
    String code = status.value() == 500 ? log(failure) : NO_CODE;
    if (failure instanceof ErrorResponse known) {
      exchange.getResponse().getHeaders().putAll(known.getHeaders());
    }
    return answer(exchange, status, code);
  }

  /** Answers with a status; the code is opaque, or empty. */
  Mono<Void> answer(ServerWebExchange exchange, HttpStatusCode status, String code) {
    if (!RequestKind.wantsPage(exchange)) {
      return problem(status, code).flatMap(r -> r.writeTo(exchange, views));
    }
    return page(exchange, status, code)
        .flatMap(r -> r.writeTo(exchange, views))
        .onErrorResume(noPage -> problem(status, code).flatMap(r -> r.writeTo(exchange, views)));
  }

  private Mono<ServerResponse> page(
      ServerWebExchange exchange, HttpStatusCode status, String code) {
    var response = ServerResponse.status(status).contentType(MediaType.TEXT_HTML);
    if (status.value() == 401) {
      return response.render("sign-in", SignInPages.model(basics.of(exchange), "", "expired"));
    }
    Map<String, Object> model = basics.withoutForms(exchange);
    model.put("status", status.value());
    model.put("code", code);
    model.put("signedIn", SignedIn.of(exchange) != null);
    return response.render("error", model);
  }

  private static Mono<ServerResponse> problem(HttpStatusCode status, String code) {
    HttpStatus known = HttpStatus.resolve(status.value());
    String title = known == null ? "" : known.getReasonPhrase();
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyValue(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"code\":\"%s\"}"
                .formatted(title, status.value(), code));
  }

  private static HttpStatusCode statusOf(Throwable failure) {
    return switch (failure) {
      case Refused refused -> refused.status();
      case ServerWebInputException input when isAboutThePath(input) -> HttpStatus.NOT_FOUND;
      case ErrorResponse known -> known.getStatusCode();
      default -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  /** A path that cannot be an id leads nowhere, like one that is nobody's. */
  private static boolean isAboutThePath(ServerWebInputException input) {
    var parameter = input.getMethodParameter();
    return parameter != null && parameter.hasParameterAnnotation(PathVariable.class);
  }

  private static String log(Throwable failure) {
    String code = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    LOG.error("request failed, code {}", code, WithoutMessage.of(failure));
    return code;
  }

  private record Rendering(
      List<HttpMessageWriter<?>> messageWriters, List<ViewResolver> viewResolvers)
      implements ServerResponse.Context {}

  /** A failure's types and places. Its messages may quote what a person wrote. */
  private static final class WithoutMessage extends Exception {
    private static final long serialVersionUID = 1;

    private WithoutMessage(String type, @Nullable Throwable cause) {
      super(type, cause);
    }

    static WithoutMessage of(Throwable failure) {
      Throwable cause = failure.getCause();
      WithoutMessage told =
          new WithoutMessage(failure.getClass().getName(), cause == null ? null : of(cause));
      told.setStackTrace(failure.getStackTrace());
      return told;
    }
  }
}
