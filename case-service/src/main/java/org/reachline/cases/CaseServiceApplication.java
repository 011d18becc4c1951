package org.reachline.cases;

import org.reachline.trust.web.TrustWeb;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** The service of cases, crises and the console. Several may run in one JVM. */
@SpringBootApplication
@Import(TrustWeb.class)
public class CaseServiceApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(CaseServiceApplication.class, arguments);
  }
}
