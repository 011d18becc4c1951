package org.reachline.standalone;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reachline.standalone.provider.FakeTwilio;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.HeldPurposes;
import org.reachline.trust.web.PublicPaths;
import org.reachline.trust.web.TrustWeb;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The parts of the front door. Not scanned for: what belongs to it is listed here. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({TrustWeb.class, EnterPages.class, DemoPages.class})
class FrontDoorApplication {

  @Bean
  HeldPurposes heldPurposes() {
    return HeldPurposes.of(Purpose.ID, Purpose.INTAKE, Purpose.SESSION);
  }

  @Bean
  PublicPaths publicPaths() {
    return PublicPaths.none().pages("/enter");
  }

  @Bean
  OneTimeLinks oneTimeLinks(Clock clock) {
    return new OneTimeLinks(clock);
  }

  @Bean
  LinkPrinter linkPrinter(OneTimeLinks links, Ports ports, Terminal terminal) {
    return new LinkPrinter(links, ports.frontUrl(), terminal);
  }

  @Bean
  Demo demo(FakeTwilio provider, KeyedIds ids, StaffDirectory staff, Backing backing, Clock clock) {
    return new Demo(provider, ids, staff, backing.kafka(), clock);
  }

  @Bean
  Caseworker caseworker(Ports ports) {
    return new Caseworker(ports);
  }

  @Bean
  ProxyFilter proxyFilter(Ports ports) {
    return new ProxyFilter(owners(ports));
  }

  /** Which service owns which paths; the same table as the routes of a cluster. */
  private static Map<String, Integer> owners(Ports ports) {
    Map<String, Integer> owners = new HashMap<>();
    List.of("queue", "c", "crises", "api", "live").forEach(p -> owners.put(p, ports.cases()));
    List.of("oncall", "p", "a").forEach(p -> owners.put(p, ports.notifier()));
    owners.put("insights", ports.analytics());
    return owners;
  }
}
