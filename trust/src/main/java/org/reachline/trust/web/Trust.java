package org.reachline.trust.web;

import java.time.Clock;
import org.reachline.trust.edge.Edge;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.keys.Keyring;
import org.reachline.trust.keys.Sealing;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.store.StorePatience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * Keys, sealing, keyed ids and staff, for a service to import. The service supplies {@link
 * HeldPurposes}.
 */
@Configuration(proxyBeanMethods = false)
@Import(Edge.class)
public class Trust {

  @Bean
  static ConfigurationCheck configurationCheck() {
    return new ConfigurationCheck();
  }

  @Bean
  static ConfigurationRule trustRule() {
    return ConfigurationCheck.over(RawTrust::mistakes);
  }

  @Bean
  TrustProperties trustProperties(Environment environment) {
    return ConfigurationCheck.raw(environment).checked();
  }

  @Bean
  Keyring keyring(TrustProperties properties, HeldPurposes held) {
    return Keyring.open(properties.keys(), properties.agencies().keySet(), held.purposes());
  }

  @Bean
  Sealing sealing(Keyring keyring) {
    return new Sealing(keyring);
  }

  @Bean
  KeyedIds keyedIds(Keyring keyring) {
    return new KeyedIds(keyring);
  }

  @Bean
  @Lazy
  StaffDirectory staffDirectory(TrustProperties properties) {
    return StaffDirectory.read(properties.staff(), properties.agencies().keySet());
  }

  @Bean
  StorePatience storePatience() {
    return new StorePatience();
  }

  @Bean
  @Fallback
  Clock clock() {
    return Clock.systemUTC();
  }
}
