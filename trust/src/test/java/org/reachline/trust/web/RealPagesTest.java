package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.reachline.trust.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** The pages of the ui module get what they need from us. */
@TestPropertySource(
    properties = {"printing=false", "spring.messages.fallback-to-system-locale=false"})
class RealPagesTest extends AbstractWebTest {
  @Autowired
  RealPagesTest(Environment environment) {
    super(environment);
  }

  @Test
  void signInSpeaksBothLanguages() {
    assertThat(visitor().get("/sign-in").body())
        .contains("<html lang=\"en\"", "name=\"csrf\"", "Work email")
        .doesNotContain("It did not work");
    assertThat(visitor().get("/sign-in?lang=es").body()).contains("<html lang=\"es\"");
  }

  @Test
  void anAbsentPageIsAPage() {
    HttpResponse<String> answer = signedIn(Role.WORKER).get("/c/" + SmallApp.ABSENT);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Nothing is here", "Go to the queue");
  }

  @Test
  void aFailureShowsItsCode() {
    HttpResponse<String> answer = signedIn(Role.WORKER).get("/api/boom");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).containsPattern("Code [0-9a-f]{8}");
  }

  @Test
  void aFormAfterTheSessionEndedSaysSo() {
    HttpResponse<String> answer =
        visitor().sameOrigin().post("/c/" + SmallApp.OURS + "/reply", form("text", "hello"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Your session ended.", "name=\"csrf\"");
  }

  @Test
  void theStylesOfThePagesAreServedAndMayBeKept() {
    HttpResponse<String> styles = visitor().get("/ui/app.css");

    assertThat(styles.statusCode()).isEqualTo(200);
    assertThat(styles.headers().firstValue("cache-control")).contains("public, max-age=3600");
  }
}
