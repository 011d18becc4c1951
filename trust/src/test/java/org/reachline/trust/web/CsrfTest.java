package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.trust.Role;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.SignedInAs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

class CsrfTest extends AbstractWebTest {
  private static final String REPLY = "/c/" + SmallApp.OURS + "/reply";
  private final SignedInAs worker = session(Role.WORKER);

  @Autowired
  CsrfTest(Environment environment) {
    super(environment);
  }

  @Test
  void aFormOfOurPageArrivesWhole() {
    HttpResponse<String> answer =
        browser().sameOrigin().post(REPLY, form("csrf", worker.csrf(), "text", CanaryScan.NAME));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("replied-" + CanaryScan.NAME + "\n");
  }

  @Test
  void aScriptSendsTheTokenAsAHeader() {
    HttpResponse<String> answer =
        browser()
            .with("Sec-Fetch-Site", "same-origin")
            .with("X-CSRF", worker.csrf())
            .post(REPLY, form("text", "hello"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("replied-hello\n");
  }

  @Test
  void ourOwnFormWhoseOriginTheBrowserHidesIsTaken() {
    assertThat(
            browser()
                .with("Origin", "null")
                .with("Sec-Fetch-Site", "same-origin")
                .post(REPLY, form("csrf", worker.csrf(), "text", "hello"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void withoutATokenOrWithAnotherSessionsItIsRefused() {
    for (String token : List.of("", "x", session(Role.WORKER).csrf())) {
      assertRefused(browser().sameOrigin().post(REPLY, form("csrf", token, "text", "hello")));
      assertRefused(
          browser().sameOrigin().with("X-CSRF", token).post(REPLY, form("text", "hello")));
    }
    assertRefused(browser().sameOrigin().send("POST", REPLY));
    assertRefused(browser().sameOrigin().send("DELETE", REPLY));
  }

  @Test
  void fromAnotherSiteItIsRefusedWhateverItCarries() {
    for (Browser foreign :
        List.of(
            browser(),
            browser().with("Origin", "https://elsewhere.example"),
            browser().with("Origin", "null"),
            browser().with("Origin", browser().site() + ".elsewhere.example"),
            browser().sameOrigin().with("Sec-Fetch-Site", "cross-site"),
            browser().sameOrigin().with("Sec-Fetch-Site", "same-site"),
            browser().sameOrigin().with("Sec-Fetch-Site", "none"))) {
      assertRefused(foreign.post(REPLY, form("csrf", worker.csrf(), "text", "hello")));
    }
  }

  @Test
  void aPublicPageTakesTheTokenOfItsVisitor() {
    HttpResponse<String> page = visitor().get("/sign-in");
    String visit = Browser.cookie(page, "__Host-reachline-visit");
    String token = page.body().replaceAll("(?s).*csrfToken=([^,}]*).*", "$1");
    Browser back = visitor().with("Cookie", "__Host-reachline-visit=" + visit).sameOrigin();

    assertThat(back.post("/enter", form("csrf", token, "token", "t1")).body())
        .isEqualTo("token t1");
    assertRefused(back.post("/enter", form("token", "t1")));
    assertRefused(visitor().sameOrigin().post("/enter", form("csrf", token, "token", "t1")));
  }

  private Browser browser() {
    return visitor().with("Cookie", worker.cookie());
  }

  private static void assertRefused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).startsWith("error\n").contains("status=403");
  }
}
