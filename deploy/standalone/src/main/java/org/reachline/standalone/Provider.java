package org.reachline.standalone;

import java.time.InstantSource;
import java.util.List;
import org.reachline.standalone.provider.FakeTwilio;
import org.reachline.standalone.provider.TwilioAccount;
import org.reachline.standalone.provider.TwilioNumber;

/** The stand-in for the phone company, with the numbers of the demo agency. */
final class Provider {
  private Provider() {}

  static FakeTwilio start(DataFolder data, Ports ports, InstantSource clock) {
    TwilioAccount account =
        new TwilioAccount(
            DemoAgency.ACCOUNT,
            data.providerToken(),
            List.of(
                new TwilioNumber(DemoAgency.CLIENT_NUMBER, DemoAgency.clientWebhook(ports)),
                new TwilioNumber(DemoAgency.STAFF_NUMBER, DemoAgency.staffWebhook(ports))));
    return FakeTwilio.start(ports.provider(), List.of(account), clock);
  }
}
