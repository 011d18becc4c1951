package org.reachline.trust.web;

import static org.reachline.trust.testing.Planted.HARBOR;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.SignedInAs;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the tests of the running app share: its ports, the clock, somebody signed in. */
@WebTest
abstract class AbstractWebTest {
  static final Instant NOW = Instant.parse("2026-01-17T20:00:00Z");
  final Planted planted = TwoAgencies.planted();

  private final Environment environment;

  AbstractWebTest(Environment environment) {
    this.environment = environment;
  }

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    TwoAgencies.planted().register(registry);
  }

  @BeforeEach
  void setTheClock() {
    SmallApp.TIME.set(NOW);
  }

  Browser visitor() {
    return Browser.at(port("local.server.port"));
  }

  int port(String name) {
    return environment.getRequiredProperty(name, Integer.class);
  }

  Browser signedIn(Role role) {
    return visitor().with("Cookie", session(role).cookie());
  }

  SignedInAs session(Role role) {
    return planted.signedIn(planted.member(HARBOR, role), NOW);
  }

  static Map<String, String> form(String... keysAndValues) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      form.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return form;
  }
}
