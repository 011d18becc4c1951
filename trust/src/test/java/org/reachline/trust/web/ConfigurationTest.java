package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.AgencyId;
import org.reachline.trust.keys.KeyTrouble;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.env.MockEnvironment;

class ConfigurationTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theDefaultsAreSafe() {
    RawTrust raw = bind(Map.of());

    assertThat(raw.secureCookies()).isEqualTo("true");
    assertThat(raw.home()).isEqualTo("/queue");
    assertThat(raw.keys()).isEmpty();
    assertThat(raw.staff()).isEmpty();
    assertThat(raw.agencies()).isNull();
  }

  @Test
  void everyKeyIsMapped() {
    TrustProperties properties =
        bind(Map.of(
                "reachline.keys", "keys",
                "reachline.staff", "staff.yaml",
                "reachline.agencies.harbor-two.name", "Harbor",
                "reachline.agencies.harbor-two.zone", "America/Chicago",
                "reachline.agencies.harbor-two.language", "es",
                "reachline.secure-cookies", "false",
                "reachline.home", "/oncall"))
            .checked();

    assertThat(properties)
        .isEqualTo(
            new TrustProperties(
                Path.of("keys"),
                Path.of("staff.yaml"),
                Map.of(
                    new AgencyId("harbor-two"),
                    new TrustProperties.Agency("Harbor", ZoneId.of("America/Chicago"), "es")),
                false,
                "/oncall"));
  }

  @Test
  void nothingConfiguredIsOneMessageWithEveryKey() {
    FailureAnalysis analysis = failure(Map.of());

    assertThat(analysis.getDescription())
        .contains(
            "reachline.agencies: is missing",
            "reachline.keys: is missing",
            "reachline.staff: is missing",
            "reachline.test.colour: is missing");
  }

  @Test
  void wrongValuesAreOneMessageWithEveryKey() {
    FailureAnalysis analysis =
        failure(
            Map.of(
                "reachline.keys", "keys",
                "reachline.staff", "staff.yaml",
                "reachline.test.colour", "red",
                "reachline.home", "https://elsewhere.example",
                "reachline.secure-cookies", "maybe",
                "reachline.agencies.harbor.zone", "Mars/Olympus",
                "reachline.agencies.harbor.language", "fr",
                "reachline.agencies.H.name", "H"));

    assertThat(analysis.getDescription())
        .contains(
            "reachline.agencies.H: the agency's code must be",
            "reachline.agencies.H.zone: is missing",
            "reachline.agencies.harbor.name: is missing",
            "reachline.agencies.harbor.zone: is not a time zone",
            "reachline.agencies.harbor.language: must be en or es",
            "reachline.home: must be a path",
            "reachline.secure-cookies: must be true or false")
        .doesNotContain("reachline.test.colour");
  }

  @Test
  void aValueOfTheWrongShapeIsNamedWithItsKey() {
    assertThat(failure(Map.of("reachline.agencies", "harbor")).getDescription())
        .contains("reachline.agencies: has the wrong shape");
  }

  @Test
  void missingKeysAreSaidPlainly() {
    Map<String, Object> settings = planted();
    settings.put("reachline.keys", folder.toString());

    FailureAnalysis analysis = failure(settings);

    assertThat(analysis.getCause()).isInstanceOf(KeyTrouble.class);
    assertThat(analysis.getDescription()).contains("no key-encryption key at " + folder);
  }

  @Test
  void aWrongStaffFileIsSaidPlainly() throws Exception {
    Map<String, Object> settings = planted();
    Path staff = Files.writeString(folder.resolve("staff.yaml"), "staff:\n  - id: harbor.0.w2nt\n");
    settings.put("reachline.staff", staff.toString());

    assertThat(failure(settings).getDescription())
        .contains(staff.toString(), "staff[1].sign-in: is missing", "staff[1].roles:");
  }

  @Test
  void theSettingsOfTheTestKitAreRight() {
    Map<String, String> settings = TwoAgencies.planted().properties();

    assertThat(bind(settings).mistakes()).isEmpty();
    assertThat(bind(settings).checked().agencies())
        .containsOnlyKeys(Planted.HARBOR, Planted.MIRROR);
  }

  private static Map<String, Object> planted() {
    Map<String, Object> settings = new HashMap<>(TwoAgencies.planted().properties());
    settings.put("reachline.test.colour", "red");
    return settings;
  }

  private static RawTrust bind(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("reachline", RawTrust.class);
  }

  /** What a person who starts a service with these settings reads. */
  private static FailureAnalysis failure(Map<String, Object> settings) {
    MockEnvironment environment = new MockEnvironment();
    settings.forEach((key, value) -> environment.setProperty(key, value.toString()));
    SpringApplication application = new SpringApplication(Service.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setEnvironment(environment);
    application.setRegisterShutdownHook(false);
    try (var _ = application.run()) {
      throw new AssertionError("it started");
    } catch (RuntimeException failed) {
      return analysis(failed);
    }
  }

  private static FailureAnalysis analysis(Throwable failed) {
    for (var analyzer :
        List.of(
            new PlainFailures.OfConfiguration(),
            new PlainFailures.OfKeys(),
            new PlainFailures.OfStaff())) {
      FailureAnalysis analysis = analyzer.analyze(failed);
      if (analysis != null) {
        return analysis;
      }
    }
    throw new AssertionError("not said plainly", failed);
  }

  @Configuration(proxyBeanMethods = false)
  @Import({Trust.class, StaffNeeded.class})
  static class Service {
    @Bean
    static ConfigurationRule colour() {
      return environment ->
          environment.containsProperty("reachline.test.colour")
              ? List.of()
              : List.of("reachline.test.colour: is missing");
    }

    @Bean
    static ConfigurationRule pages() {
      return ConfigurationCheck.over(RawTrust::mistakesOfPages);
    }

    @Bean
    HeldPurposes held() {
      return HeldPurposes.of(Purpose.SESSION);
    }
  }

  /** Needs the staff at start, like the pages do. */
  record StaffNeeded(StaffDirectory staff) {}
}
