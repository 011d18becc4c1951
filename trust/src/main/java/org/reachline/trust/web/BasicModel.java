package org.reachline.trust.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The attributes of the pages without a shell: sign-in, enter, ack, error. */
public final class BasicModel {
  private static final String NAME_OF_US = "Reachline";
  private final TrustProperties properties;
  private final VisitorForms visitors;

  BasicModel(TrustProperties properties, VisitorForms visitors) {
    this.properties = properties;
    this.visitors = visitors;
  }

  /** {@code lang}, {@code agencyName} and {@code csrfToken}. */
  public Map<String, Object> of(ServerWebExchange exchange) {
    SignedIn who = SignedIn.of(exchange);
    Map<String, Object> model = withoutForms(exchange);
    model.put("csrfToken", who == null ? visitors.token(exchange) : Csrf.token(who.session()));
    return model;
  }

  /** The same for a page that posts nothing: no token, so that two such pages are equal. */
  Map<String, Object> withoutForms(ServerWebExchange exchange) {
    Map<String, Object> model = new HashMap<>();
    Locale locale = exchange.getLocaleContext().getLocale();
    model.put("lang", Objects.requireNonNullElse(locale, Locale.ENGLISH).getLanguage());
    model.put("agencyName", agencyName(SignedIn.of(exchange)));
    model.put("csrfToken", "");
    return model;
  }

  private String agencyName(@Nullable SignedIn who) {
    if (who != null) {
      return properties.agency(who.member().agency()).name();
    }
    var all = properties.agencies().values();
    return all.size() == 1 ? all.iterator().next().name() : NAME_OF_US;
  }
}
