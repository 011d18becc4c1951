package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reachline.trust.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

class HeadersTest extends AbstractWebTest {
  @Autowired
  HeadersTest(Environment environment) {
    super(environment);
  }

  @TestFactory
  Iterable<DynamicTest> everyAnswerHasThem() {
    return answers().entrySet().stream()
        .map(
            e ->
                DynamicTest.dynamicTest(
                    e.getKey() + " " + e.getValue().statusCode(), () -> check(e.getValue())))
        .toList();
  }

  @Test
  void thePolicyAllowsNothingFromElsewhereAndNothingInline() {
    assertThat(header(visitor().get("/sign-in"), "Content-Security-Policy"))
        .isEqualTo(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " media-src 'self'; connect-src 'self'; manifest-src 'self';"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  }

  @Test
  void staticFilesAloneMayBeKept() {
    HttpResponse<String> file = visitor().get("/ui/trust-test.css");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(header(file, "Cache-Control")).isEqualTo("public, max-age=3600");
    assertThat(header(visitor().get("/ui/none.css"), "Cache-Control")).isEqualTo("no-store");
  }

  private Map<String, HttpResponse<String>> answers() {
    Map<String, HttpResponse<String>> all = new LinkedHashMap<>();
    Browser worker = signedIn(Role.WORKER);
    all.put("page", worker.get("/queue"));
    all.put("sign-in", visitor().get("/sign-in"));
    all.put("redirect", visitor().get("/queue"));
    all.put("signed out fragment", visitor().with("HX-Request", "true").get("/queue"));
    all.put("absent", worker.get("/nowhere"));
    all.put("absent case", worker.get("/c/" + SmallApp.ABSENT));
    all.put("absent file", visitor().get("/ui/none.css"));
    all.put("forbidden", signedIn(Role.AUDITOR).get("/queue"));
    all.put("broken", worker.get("/api/boom"));
    all.put("broken, as a fragment", worker.with("HX-Request", "true").get("/api/boom"));
    all.put("cross-site", worker.post("/c/" + SmallApp.OURS + "/reply", form()));
    all.put("wrong method", worker.send("OPTIONS", "/hooks/provider"));
    all.put("stream", worker.with("Accept", "text/event-stream").get("/stream"));
    all.put("hook", visitor().post("/hooks/provider", form("Body", "hi")));
    all.put("unsupported", visitor().send("POST", "/hooks/provider"));
    all.put("health", management().get("/actuator/health"));
    all.put("management, unlisted", management().get("/actuator/env"));
    return all;
  }

  private Browser management() {
    return Browser.at(port("local.management.port")).with("Accept", "application/json");
  }

  private static void check(HttpResponse<String> answer) {
    HttpHeaders headers = answer.headers();
    assertThat(headers.map().keySet())
        .contains("content-security-policy", "strict-transport-security", "permissions-policy");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  private static String header(HttpResponse<?> answer, String name) {
    return String.join(", ", answer.headers().allValues(name));
  }
}
