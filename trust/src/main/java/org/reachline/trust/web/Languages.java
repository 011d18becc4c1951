package org.reachline.trust.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.i18n.LocaleContextResolver;
import reactor.core.publisher.Mono;

/**
 * English or Spanish: what was just chosen, else what was chosen before on this device, else the
 * language of the person, else of the browser, else of the only agency.
 */
final class Languages implements LocaleContextResolver, WebFilter {
  private static final List<String> OURS = List.of("en", "es");
  private static final String NAME = "lang";

  private final TrustProperties properties;

  Languages(TrustProperties properties) {
    this.properties = properties;
  }

  @Override
  public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
    return new SimpleLocaleContext(Locale.of(language(exchange)));
  }

  @Override
  public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext localeContext) {
    throw new IllegalStateException("the language is chosen by ?lang=");
  }

  /** Keeps a choice on the device. */
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    chosen(exchange.getRequest())
        .ifPresent(
            language ->
                exchange
                    .getResponse()
                    .addCookie(
                        ResponseCookie.from(NAME, language)
                            .path("/")
                            .secure(properties.secureCookies())
                            .httpOnly(true)
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(365))
                            .build()));
    return chain.filter(exchange);
  }

  private String language(ServerWebExchange exchange) {
    ServerHttpRequest request = exchange.getRequest();
    return chosen(request)
        .or(() -> remembered(request))
        .or(() -> ofPerson(exchange))
        .or(() -> ofBrowser(request))
        .orElseGet(this::ofAgency);
  }

  private static Optional<String> chosen(ServerHttpRequest request) {
    return ours(request.getQueryParams().getFirst(NAME));
  }

  private static Optional<String> remembered(ServerHttpRequest request) {
    HttpCookie cookie = request.getCookies().getFirst(NAME);
    return cookie == null ? Optional.empty() : ours(cookie.getValue());
  }

  private static Optional<String> ofPerson(ServerWebExchange exchange) {
    SignedIn who = SignedIn.of(exchange);
    return who == null ? Optional.empty() : ours(who.member().language());
  }

  private static Optional<String> ofBrowser(ServerHttpRequest request) {
    try {
      return request.getHeaders().getAcceptLanguageAsLocales().stream()
          .map(Locale::getLanguage)
          .flatMap(language -> ours(language).stream())
          .findFirst();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private String ofAgency() {
    var all = properties.agencies().values();
    return all.size() == 1 ? all.iterator().next().language() : "en";
  }

  private static Optional<String> ours(@Nullable String language) {
    return Optional.ofNullable(language).filter(OURS::contains);
  }
}
