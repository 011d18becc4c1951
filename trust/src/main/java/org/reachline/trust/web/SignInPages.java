package org.reachline.trust.web;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.SignIn;
import org.reachline.trust.staff.StaffDirectory;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Signing in by passphrase, and signing out. Redirects lead to two fixed places only. */
@Controller
final class SignInPages {
  private static final String SIGN_IN = "/sign-in";

  private final StaffDirectory staff;
  private final Sessions sessions;
  private final BasicModel basics;
  private final String home;
  private final Clock clock;

  SignInPages(
      StaffDirectory staff,
      Sessions sessions,
      BasicModel basics,
      TrustProperties properties,
      Clock clock) {
    this.staff = staff;
    this.sessions = sessions;
    this.basics = basics;
    this.home = properties.home();
    this.clock = clock;
  }

  /** What the form posts. */
  record Form(@Nullable String email, @Nullable String passphrase, @Nullable String shared) {
    @Override
    public String toString() {
      return "Form[***]";
    }
  }

  @GetMapping(SIGN_IN)
  Rendering page(ServerWebExchange exchange) {
    return page(exchange, HttpStatus.OK, "", hasEnded(exchange) ? "expired" : "");
  }

  @PostMapping(SIGN_IN)
  Rendering signIn(ServerWebExchange exchange, @ModelAttribute Form form) {
    String email = form.email() == null ? "" : form.email();
    String passphrase = form.passphrase() == null ? "" : form.passphrase();
    return switch (staff.signIn(email, passphrase)) {
      case SignIn.Welcome(var member) -> welcome(exchange, member, "true".equals(form.shared()));
      case SignIn.Wrong _ -> page(exchange, HttpStatus.UNAUTHORIZED, email, "wrong");
      case SignIn.Busy _ -> page(exchange, HttpStatus.SERVICE_UNAVAILABLE, email, "locked");
    };
  }

  @PostMapping("/sign-out")
  Rendering signOut(ServerWebExchange exchange, SignedIn who) {
    sessions.revoke(who.session());
    exchange.getResponse().addCookie(sessions.ended());
    exchange
        .getResponse()
        .getHeaders()
        .set("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
    return to(SIGN_IN);
  }

  static Map<String, Object> model(Map<String, Object> basics, String email, String errorKey) {
    basics.put("methods", Set.of("passphrase"));
    basics.put("ssoHref", "");
    basics.put("email", email);
    basics.put("errorKey", errorKey);
    return basics;
  }

  /** A session always begins with a new id; one they had before ends. */
  private Rendering welcome(ServerWebExchange exchange, Member member, boolean shared) {
    SignedIn before = SignedIn.of(exchange);
    if (before != null) {
      sessions.revoke(before.session());
    }
    exchange.getResponse().addCookie(sessions.issue(member.id(), shared, clock.instant()));
    return to(home);
  }

  private Rendering page(
      ServerWebExchange exchange, HttpStatus status, String email, String error) {
    return Rendering.view("sign-in")
        .status(status)
        .model(model(basics.of(exchange), email, error))
        .build();
  }

  private boolean hasEnded(ServerWebExchange exchange) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(sessions.cookieName());
    return cookie != null
        && sessions.open(cookie.getValue(), clock.instant()) instanceof OpenedSession.Ended ended
        && (ended.reason() == OpenedSession.Reason.IDLE
            || ended.reason() == OpenedSession.Reason.TOO_OLD);
  }

  private static Rendering to(String path) {
    return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
  }
}
