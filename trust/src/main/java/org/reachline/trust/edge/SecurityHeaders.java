package org.reachline.trust.edge;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/**
 * The same strict headers on every answer of a service. It wraps the whole handler, filters and
 * error answers included, so nothing that can answer is outside of it.
 */
final class SecurityHeaders implements HttpHandlerDecoratorFactory {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self';"
          + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy",
              "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
                  + " magnetometer=(), microphone=(), payment=(), usb=()");

  @Override
  public HttpHandler apply(HttpHandler handler) {
    return (request, response) -> {
      response.beforeCommit(() -> Mono.fromRunnable(() -> set(request, response)));
      return handler.handle(request, response);
    };
  }

  private static void set(ServerHttpRequest request, ServerHttpResponse response) {
    HttpHeaders headers = response.getHeaders();
    ALWAYS.forEach(headers::set);
    if (!isStaticFile(request, response)) {
      headers.setCacheControl("no-store");
    } else if (headers.getCacheControl() == null) {
      headers.setCacheControl("public, max-age=3600");
    }
  }

  /** Static files hold nothing about anybody; everything else is never kept by a browser. */
  private static boolean isStaticFile(ServerHttpRequest request, ServerHttpResponse response) {
    var status = response.getStatusCode();
    boolean found = status == null || status.is2xxSuccessful() || status.value() == 304;
    return found && request.getPath().pathWithinApplication().value().startsWith("/ui/");
  }
}
