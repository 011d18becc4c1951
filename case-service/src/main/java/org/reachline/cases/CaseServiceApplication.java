package org.reachline.cases;

import org.reachline.trust.web.TrustWeb;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The service of cases, crises and the console. Several may run in one JVM. */
@SpringBootApplication
@Import(TrustWeb.class)
public class CaseServiceApplication {
  public static void main(String[] arguments) {
    application().run(arguments);
  }

  /**
   * The service, with the settings file that bears its name, since several services can run in one
   * JVM.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(CaseServiceApplication.class)
        .properties("spring.config.name=case-service");
  }
}
