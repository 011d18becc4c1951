package org.reachline.notifier;

import org.reachline.trust.keys.Purpose;
import org.reachline.trust.web.HeldPurposes;
import org.reachline.trust.web.PublicPaths;
import org.reachline.trust.web.TrustWeb;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The service that reaches people: messages to clients, pages to staff. */
@SpringBootApplication
@Import(TrustWeb.class)
@EnableConfigurationProperties(NotifierProperties.class)
public class NotifierServiceApplication {
  /** Its name on topics and in dead letters. */
  public static final String SERVICE = "notifier-service";

  public static void main(String[] args) {
    application().run(args);
  }

  /**
   * The service, with the settings file that bears its name, since several services can run in one
   * JVM.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(NotifierServiceApplication.class)
        .properties("spring.config.name=" + SERVICE);
  }

  @Bean
  HeldPurposes heldPurposes() {
    return HeldPurposes.of(Purpose.SEND, Purpose.STAFF, Purpose.SESSION, Purpose.LINK);
  }

  @Bean
  PublicPaths publicPaths() {
    return PublicPaths.none().hooks("/staff-hooks/**", "/a/**");
  }
}
