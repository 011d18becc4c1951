package org.reachline.standalone;

import java.time.InstantSource;
import org.reachline.standalone.provider.FakeTwilio;

/** The stand-in for the phone company, with the numbers of the agencies here. */
final class Provider {
  private Provider() {}

  static FakeTwilio start(DataFolder data, Ports ports, InstantSource clock) {
    String token = data.providerToken();
    return FakeTwilio.start(
        ports.provider(),
        data.tenants().stream().map(tenant -> tenant.atProvider(ports, token)).toList(),
        clock);
  }
}
