package org.reachline.gateway;

import org.reachline.trust.web.Trust;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** Starts the gateway. */
@SpringBootApplication
@Import(Trust.class)
public class InboundGatewayApplication {
  public static void main(String[] args) {
    application().run(args);
  }

  /**
   * The service, with the settings file that bears its name, since several services can run in one
   * JVM.
   */
  public static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(InboundGatewayApplication.class)
        .properties("spring.config.name=inbound-gateway");
  }
}
