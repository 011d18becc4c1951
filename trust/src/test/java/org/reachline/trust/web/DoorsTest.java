package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.trust.Role;
import org.reachline.trust.testing.SignedInAs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What is open, what needs a session, and how long one lasts. */
class DoorsTest extends AbstractWebTest {
  @Autowired
  DoorsTest(Environment environment) {
    super(environment);
  }

  @Test
  void aPageWithoutASessionLeadsToSignIn() {
    HttpResponse<String> answer = visitor().get("/queue");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).contains("/sign-in");
  }

  @Test
  void everythingElseWithoutASessionIs401() {
    for (Browser script :
        List.of(
            visitor().with("HX-Request", "true"),
            visitor().with("Accept", "application/json"),
            visitor().with("Accept", "text/event-stream"),
            visitor().with("Sec-Fetch-Mode", "cors"))) {
      HttpResponse<String> answer = script.get("/stream");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
      assertThat(answer.body()).contains("\"status\":401");
    }
  }

  @Test
  void whatIsNotOnTheListIs401EvenIfNothingIsThere() {
    for (String path : List.of("/nowhere", "/actuator/health", "/actuator")) {
      assertThat(visitor().with("Accept", "application/json").get(path).statusCode())
          .as(path)
          .isEqualTo(401);
    }
  }

  @Test
  void aFormSentAfterTheSessionEndedShowsSignInAgain() {
    HttpResponse<String> answer =
        visitor().sameOrigin().post("/c/" + SmallApp.OURS + "/reply", form("text", "hello"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).startsWith("sign-in\n").contains("errorKey=expired");
  }

  @Test
  void aHookNeedsNoSessionAndNoToken() {
    assertThat(visitor().post("/hooks/provider", form("Body", "hello")).body())
        .isEqualTo("took hello");
  }

  @Test
  void healthIsOpenOnTheManagementPortAlone() {
    Browser management =
        Browser.at(port("local.management.port")).with("Accept", "application/json");

    assertThat(management.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(management.get("/actuator/env").statusCode()).isEqualTo(401);
    assertThat(visitor().with("Accept", "application/json").get("/actuator/health").statusCode())
        .isEqualTo(401);
  }

  @Test
  void handlersRunOnVirtualThreads() {
    assertThat(signedIn(Role.WORKER).get("/api/thread").body()).isEqualTo("true");
  }

  @Test
  void theShellKnowsWhoIsSignedIn() {
    HttpResponse<String> answer = signedIn(Role.ON_CALL).get("/queue");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("queue\n").contains("shell=Shell[/queue]");
  }

  @Test
  void eachAgencySeesItself() {
    Browser theirs =
        visitor()
            .with("Cookie", planted.signedIn(planted.member(MIRROR, Role.WORKER), NOW).cookie());

    assertThat(theirs.with("Accept", "text/event-stream").get("/stream").body())
        .contains("mirror.0.w2nt");
    assertThat(signedIn(Role.WORKER).with("Accept", "text/event-stream").get("/stream").body())
        .contains("harbor.0.w2nt");
  }

  @Test
  void halfAnHourWithoutUseEndsTheSession() {
    Browser worker = signedIn(Role.WORKER);

    SmallApp.TIME.set(NOW.plus(Duration.ofMinutes(29)));
    assertThat(worker.get("/queue").statusCode()).isEqualTo(200);
    SmallApp.TIME.set(NOW.plus(Duration.ofMinutes(30)));
    assertThat(worker.get("/queue").statusCode()).isEqualTo(303);
    assertThat(worker.get("/sign-in").body()).contains("errorKey=expired");
  }

  @Test
  void useRenewsTheSessionUpToTwelveHours() {
    Browser browser = signedIn(Role.WORKER);
    for (int minutes = 20; minutes < 12 * 60; minutes += 20) {
      SmallApp.TIME.set(NOW.plus(Duration.ofMinutes(minutes)));
      HttpResponse<String> answer = browser.get("/queue");
      assertThat(answer.statusCode()).isEqualTo(200);
      browser =
          browser.with("Cookie", "__Host-reachline=" + Browser.cookie(answer, "__Host-reachline"));
    }

    SmallApp.TIME.set(NOW.plus(Duration.ofHours(12)));
    assertThat(browser.get("/queue").statusCode()).isEqualTo(303);
  }

  @Test
  void streamsAndWhatAScriptFetchesAreNoUse() {
    Browser worker = signedIn(Role.WORKER);
    SmallApp.TIME.set(NOW.plus(Duration.ofMinutes(20)));

    assertThat(Browser.setCookies(worker.with("HX-Request", "true").get("/queue"))).isEmpty();
    assertThat(Browser.setCookies(worker.with("Accept", "text/event-stream").get("/stream")))
        .isEmpty();
    assertThat(Browser.setCookies(worker.get("/queue"))).hasSize(1);
  }

  @Test
  void theCookieIsNotRenewedOnEveryRequest() {
    SmallApp.TIME.set(NOW.plusSeconds(59));

    assertThat(Browser.setCookies(signedIn(Role.WORKER).get("/queue"))).isEmpty();
  }

  @Test
  void aCookieOfAnotherAgencysNameOpensNothing() {
    SignedInAs worker = planted.signedIn(planted.member(HARBOR, Role.WORKER), NOW);

    assertThat(
            visitor()
                .with("Cookie", worker.cookie().replace("harbor~", "mirror~"))
                .get("/queue")
                .statusCode())
        .isEqualTo(303);
  }
}
