package org.reachline.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reachline.standalone.provider.FakeTwilio;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The one origin of all staff pages: passes calls on, signs in by one-time links, and serves the
 * Phones page.
 */
final class FrontDoor implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private FrontDoor(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static FrontDoor start(
      DataFolder data, Ports ports, Terminal terminal, Backing backing, FakeTwilio provider) {
    SpringApplicationBuilder application =
        new SpringApplicationBuilder(FrontDoorApplication.class)
            .properties("spring.config.name=front-door")
            .initializers(
                context -> {
                  var beans = context.getBeanFactory();
                  beans.registerSingleton("ports", ports);
                  beans.registerSingleton("terminal", terminal);
                  beans.registerSingleton("backing", backing);
                  beans.registerSingleton("provider", provider);
                });
    return new FrontDoor(application.run(arguments(data, ports)));
  }

  /** A link that signs in once. */
  String oneTimeLink() {
    return context.getBean(LinkPrinter.class).link();
  }

  @Override
  public void close() {
    context.close();
  }

  private static String[] arguments(DataFolder data, Ports ports) {
    Map<String, Object> settings = HostedService.common(data, ports.front(), ports);
    List<String> arguments = new ArrayList<>();
    settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
    return arguments.toArray(String[]::new);
  }
}
