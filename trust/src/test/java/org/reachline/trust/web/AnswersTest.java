package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.reachline.trust.Role;
import org.reachline.trust.testing.CanaryScan;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

class AnswersTest extends AbstractWebTest {
  @Autowired
  AnswersTest(Environment environment) {
    super(environment);
  }

  @Test
  void anotherAgencysCaseIsByteForByteAnAbsentOne() {
    for (Browser worker : asPageAndScript(Role.WORKER)) {
      Map<String, Object> absent = all(worker.get("/c/" + SmallApp.ABSENT));

      assertThat(absent).containsEntry("status", 404);
      assertThat(all(worker.get("/c/" + SmallApp.THEIRS))).isEqualTo(absent);
      assertThat(all(worker.get("/c/not-an-id"))).isEqualTo(absent);
      assertThat(all(worker.get("/c/harbor.1.%00"))).isEqualTo(absent);
    }
  }

  @Test
  void aCaseThatOneMayNotKnowOfIsAnAbsentOneToo() {
    for (Browser auditor : asPageAndScript(Role.AUDITOR)) {
      assertThat(all(auditor.get("/c/" + SmallApp.OURS)))
          .isEqualTo(all(auditor.get("/c/" + SmallApp.ABSENT)));
    }
  }

  @Test
  void ourCaseIsShown() {
    assertThat(signedIn(Role.WORKER).get("/c/" + SmallApp.OURS).body()).startsWith("thread\n");
  }

  @Test
  void aPageOneKnowsOfButMayNotOpenIs403() {
    HttpResponse<String> answer = signedIn(Role.AUDITOR).get("/queue");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).startsWith("error\n").contains("status=403", "signedIn=true");
  }

  @Test
  void aFailureGivesACodeAndNoWordOfItself(CanaryScan canaries) {
    for (Browser worker : asPageAndScript(Role.WORKER)) {
      HttpResponse<String> answer = worker.get("/api/boom");

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).containsPattern("code\\W+[0-9a-f]{8}");
      canaries.text("500", answer.body());
    }
  }

  @Test
  void whatCannotBeReadIsRefusedWithItsOwnStatus() {
    HttpResponse<String> answer = signedIn(Role.WORKER).sameOrigin().send("PUT", "/hooks/provider");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("allow")).contains("POST");
  }

  private List<Browser> asPageAndScript(Role role) {
    Browser browser = signedIn(role);
    return List.of(browser, browser.with("Accept", "application/json"));
  }

  /** Status, headers and body. */
  private static Map<String, Object> all(HttpResponse<String> answer) {
    Map<String, Object> all = new TreeMap<>(answer.headers().map());
    all.put("status", answer.statusCode());
    all.put("body", answer.body());
    all.remove("date");
    return all;
  }
}
