package org.reachline.trust.web;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.reachline.trust.staff.Member;
import org.springframework.web.server.ServerWebExchange;

/** The person behind a request. Handlers take it, or {@code Scope}, as a parameter. */
public record SignedIn(Session session, Member member) {
  private static final String KEY = SignedIn.class.getName();

  public SignedIn {
    requireNonNull(session, "session");
    requireNonNull(member, "member");
  }

  /** Who is signed in, or null on a public page that nobody is signed in at. */
  public static @Nullable SignedIn of(ServerWebExchange exchange) {
    return exchange.getAttribute(KEY);
  }

  void enter(ServerWebExchange exchange) {
    exchange.getAttributes().put(KEY, this);
  }
}
