package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.SignedInAs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

class SignInTest extends AbstractWebTest {
  private static final String SESSION = "__Host-reachline";

  @Autowired
  SignInTest(Environment environment) {
    super(environment);
  }

  @Test
  void theRightPassphraseSignsIn() {
    HttpResponse<String> answer = attempt("luis@harbor.example", Planted.PASSPHRASE);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).contains("/queue");
    assertThat(Browser.setCookies(answer))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-reachline=harbor~")
                    .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Lax"));
    assertThat(
            visitor()
                .with("Cookie", SESSION + "=" + Browser.cookie(answer, SESSION))
                .get("/queue")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aWrongPassphraseAndAnUnknownNameGetTheSameAnswer() {
    for (HttpResponse<String> answer :
        List.of(
            attempt("luis@harbor.example", "seven grey herons in the sun"),
            attempt("nobody@harbor.example", Planted.PASSPHRASE),
            attempt("", ""))) {
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).startsWith("sign-in\n").contains("errorKey=wrong");
      assertThat(Browser.cookie(answer, SESSION)).isEmpty();
    }
  }

  @Test
  void anotherSiteCannotSignABrowserIn() {
    HttpResponse<String> answer =
        visitor()
            .with("Origin", "https://elsewhere.example")
            .post(
                "/sign-in", form("email", "luis@harbor.example", "passphrase", Planted.PASSPHRASE));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(Browser.cookie(answer, SESSION)).isEmpty();
  }

  @Test
  void signingInAgainEndsTheSessionBefore() {
    SignedInAs before = session(Role.WORKER);
    HttpResponse<String> answer =
        visitor()
            .with("Cookie", before.cookie())
            .sameOrigin()
            .post(
                "/sign-in",
                form(
                    "csrf",
                    before.csrf(),
                    "email",
                    "luis@harbor.example",
                    "passphrase",
                    Planted.PASSPHRASE));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(before.cookie()).doesNotContain(Browser.cookie(answer, SESSION));
    assertThat(visitor().with("Cookie", before.cookie()).get("/queue").statusCode()).isEqualTo(303);
  }

  @Test
  void signingOutClearsTheBrowserAndEndsTheSession() {
    SignedInAs worker = session(Role.WORKER);
    Browser browser = visitor().with("Cookie", worker.cookie());
    HttpResponse<String> answer =
        browser.sameOrigin().post("/sign-out", form("csrf", worker.csrf()));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).contains("/sign-in");
    assertThat(answer.headers().firstValue("clear-site-data"))
        .contains("\"cache\", \"cookies\", \"storage\"");
    assertThat(Browser.setCookies(answer))
        .anySatisfy(cookie -> assertThat(cookie).startsWith(SESSION + "=;").contains("Max-Age=0"));
    assertThat(browser.get("/queue").statusCode()).isEqualTo(303);
  }

  @Test
  void aLinkDoesNotSignAnybodyOut() {
    SignedInAs worker = session(Role.WORKER);
    Browser browser = visitor().with("Cookie", worker.cookie());

    assertThat(browser.get("/sign-out").statusCode()).isEqualTo(405);
    assertThat(browser.get("/queue").statusCode()).isEqualTo(200);
  }

  @Test
  void theLanguageIsWhatWasChosenThenThePersonsThenTheBrowsers() {
    Browser german = visitor().with("Accept-Language", "de, es;q=0.8, en;q=0.5");

    assertThat(german.get("/sign-in").body()).contains("lang=es");
    assertThat(german.get("/sign-in?lang=en").body()).contains("lang=en");
    assertThat(german.with("Cookie", "lang=en").get("/sign-in").body()).contains("lang=en");
    assertThat(german.get("/sign-in?lang=fr").body()).contains("lang=es");
    assertThat(signedIn(Role.AUDITOR).with("Accept-Language", "es").get("/queue").body())
        .contains("lang=en");
    assertThat(Browser.cookie(visitor().get("/sign-in?lang=es"), "lang")).isEqualTo("es");
    assertThat(Browser.cookie(visitor().get("/sign-in"), "lang")).isEmpty();
  }

  private HttpResponse<String> attempt(String email, String passphrase) {
    HttpResponse<String> page = visitor().get("/sign-in");
    String visit = Browser.cookie(page, "__Host-reachline-visit");
    String token = page.body().replaceAll("(?s).*csrfToken=([^,}]*).*", "$1");
    Map<String, String> form =
        form("csrf", token, "email", email, "passphrase", passphrase, "code", "");
    return visitor()
        .with("Cookie", "__Host-reachline-visit=" + visit)
        .sameOrigin()
        .post("/sign-in", form);
  }
}
