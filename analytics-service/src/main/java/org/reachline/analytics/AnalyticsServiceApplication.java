package org.reachline.analytics;

import org.reachline.trust.keys.Purpose;
import org.reachline.trust.web.HeldPurposes;
import org.reachline.trust.web.PublicPaths;
import org.reachline.trust.web.TrustWeb;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * analytics-service: what happened, as figures that expose nobody. Start reading at {@link Facts}.
 */
@SpringBootApplication
@Import(TrustWeb.class)
public class AnalyticsServiceApplication {

  public static void main(String[] args) {
    application().run(args);
  }

  /**
   * The service, with the settings file that bears its name, since several services can run in one
   * JVM.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(AnalyticsServiceApplication.class)
        .properties("spring.config.name=analytics-service");
  }

  /** Enough to know who is signed in; nothing that opens what a client or a colleague wrote. */
  @Bean
  HeldPurposes heldPurposes() {
    return HeldPurposes.of(Purpose.SESSION);
  }

  @Bean
  PublicPaths publicPaths() {
    return PublicPaths.none();
  }
}
