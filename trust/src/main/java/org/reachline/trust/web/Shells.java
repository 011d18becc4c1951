package org.reachline.trust.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.staff.Member;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ServerWebExchange;

/** Makes the {@link Shell} of a request, once, for the views of {@link Pages}. */
@ControllerAdvice(annotations = Pages.class)
final class Shells {
  private static final String KEY = Shell.class.getName();

  private final TrustProperties properties;
  private final CrisesNotTaken crises;
  private final OnCallNow onCall;
  private final Clock clock;

  Shells(TrustProperties properties, CrisesNotTaken crises, OnCallNow onCall, Clock clock) {
    this.properties = properties;
    this.crises = crises;
    this.onCall = onCall;
    this.clock = clock;
  }

  @ModelAttribute("shell")
  Shell of(ServerWebExchange exchange) {
    Shell made = exchange.getAttribute(KEY);
    if (made != null) {
      return made;
    }
    SignedIn who = SignedIn.of(exchange);
    Scope scope = SessionFilter.scopeOf(exchange);
    if (who == null || scope == null) {
      throw Refused.signedOut();
    }
    Shell fresh = make(exchange, who, scope);
    exchange.getAttributes().put(KEY, fresh);
    return fresh;
  }

  private Shell make(ServerWebExchange exchange, SignedIn who, Scope scope) {
    Member member = who.member();
    TrustProperties.Agency agency = properties.agency(member.agency());
    Instant now = clock.instant();
    OnCallNow.Duty duty = onCall.now(scope, now);
    Locale locale = exchange.getLocaleContext().getLocale();
    return new Shell(
        agency.name(),
        member.name().reveal(),
        member.initials(),
        codes(member.roles()),
        duty.name().reveal(),
        duty.until(),
        crises.count(scope),
        locale == null ? member.language() : locale.getLanguage(),
        agency.zone(),
        now,
        exchange.getRequest().getPath().pathWithinApplication().value(),
        Csrf.token(who.session()),
        "");
  }

  /** As the pages write them: one word. */
  private static Set<String> codes(Set<Role> roles) {
    return roles.stream().map(role -> role.code().replace("-", "")).collect(Collectors.toSet());
  }
}
