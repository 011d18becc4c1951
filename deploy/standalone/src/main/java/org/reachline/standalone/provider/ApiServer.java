package org.reachline.standalone.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import tools.jackson.databind.json.JsonMapper;

/** The API over HTTP, on loopback: who asks, what for, and the answer on the wire. */
final class ApiServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String MESSAGES = FakeTwilio.API + "{account}/Messages";

  private final Api api;
  private final Accounts accounts;
  private final Disturbances disturbances;
  private final DisposableServer server;

  ApiServer(int port, Api api, Network network) {
    this.api = api;
    this.accounts = network.accounts();
    this.disturbances = network.disturbances();
    this.server = HttpServer.create().host("127.0.0.1").port(port).route(this::routes).bindNow();
  }

  int port() {
    return server.port();
  }

  private void routes(HttpServerRoutes routes) {
    routes
        .post(
            MESSAGES + ".json",
            (request, response) -> guarded(request, response, account -> create(account, request)))
        .get(
            MESSAGES + ".json",
            (request, response) -> guarded(request, response, account -> list(account, request)))
        .get(
            MESSAGES + "/{sid}.json",
            (request, response) ->
                guarded(
                    request,
                    response,
                    account -> Mono.just(api.one(account, param(request, "sid")))))
        .get(
            FakeTwilio.API + "{account}/IncomingPhoneNumbers.json",
            (request, response) ->
                guarded(
                    request,
                    response,
                    account -> Mono.just(api.numbers(account, Form.queryOf(request.uri())))))
        .get(
            FakeTwilio.API + "{account}.json",
            (request, response) ->
                guarded(request, response, account -> Mono.just(api.account(account))));
  }

  private Mono<Answer> create(TwilioAccount account, HttpServerRequest request) {
    return request
        .receive()
        .aggregate()
        .asString(UTF_8)
        .defaultIfEmpty("")
        .map(body -> api.create(account, Form.parse(body)));
  }

  private Mono<Answer> list(TwilioAccount account, HttpServerRequest request) {
    return Mono.just(api.list(account, "/" + request.path(), Form.queryOf(request.uri())));
  }

  private Publisher<Void> guarded(
      HttpServerRequest request,
      HttpServerResponse response,
      Function<TwilioAccount, Mono<Answer>> work) {
    if (disturbances.isOutage()) {
      return write(
          ApiJson.problem(disturbances.outageStatus(), 20500, "Service unavailable"), response);
    }
    return signedIn(request)
        .map(work)
        .orElseGet(() -> Mono.just(ApiJson.problem(401, 20003, "Authenticate")))
        .flatMap(answer -> Mono.from(write(answer, response)));
  }

  /** Basic auth with the account's sid, which must also be that of the path. */
  private Optional<TwilioAccount> signedIn(HttpServerRequest request) {
    String sid = param(request, "account");
    return Optional.ofNullable(request.requestHeaders().get("Authorization"))
        .filter(header -> header.startsWith("Basic "))
        .flatMap(header -> decoded(header.substring("Basic ".length())))
        .filter(credentials -> credentials.startsWith(sid + ":"))
        .flatMap(credentials -> accounts.signedIn(sid, credentials.substring(sid.length() + 1)));
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(new String(Base64.getDecoder().decode(base64), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String param(HttpServerRequest request, String name) {
    @Nullable String value = request.param(name);
    return value == null ? "" : value;
  }

  private static Publisher<Void> write(Answer answer, HttpServerResponse response) {
    return switch (answer) {
      case Answer.Json(int status, var document) ->
          response
              .status(status)
              .header("Content-Type", "application/json")
              .sendByteArray(Mono.just(JSON.writeValueAsBytes(document)));
      case Answer.Silence() -> Mono.never();
      case Answer.Reset() -> {
        response.withConnection(DisposableChannel::dispose);
        yield Mono.never();
      }
    };
  }

  @Override
  public void close() {
    server.disposeNow();
  }
}
