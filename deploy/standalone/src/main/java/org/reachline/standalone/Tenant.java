package org.reachline.standalone;

import java.time.Duration;
import java.util.List;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;
import org.reachline.standalone.provider.TwilioAccount;
import org.reachline.standalone.provider.TwilioNumber;

/**
 * An invented agency on this machine: its account and numbers at the phone company, and the four
 * people of its staff. A second one has the same people and other numbers, so that whatever crosses
 * over from one to the other shows.
 *
 * @param account its account at the phone company
 * @param clientNumber where clients text
 * @param staffNumber where pages come from and answers go
 * @param step how long one person is paged before the next
 */
public record Tenant(
    AgencyId id,
    String name,
    String account,
    String clientNumber,
    String staffNumber,
    Duration step) {
  static final String ZONE = "America/Los_Angeles";

  /** The line clients write to. */
  public LineId clientLine() {
    return LineId.of(id, "main");
  }

  LineId staffLine() {
    return LineId.of(id, "staff");
  }

  /** One of its people, by the name all agencies share. */
  public StaffId person(String name) {
    return new StaffId(id + ".0." + name + "2222");
  }

  /** Where the phone company delivers what clients write. */
  String clientWebhook(Ports ports) {
    return "http://127.0.0.1:" + ports.gateway() + "/hooks/" + id + "/main";
  }

  /** Where the phone company delivers what staff answer. */
  String staffWebhook(Ports ports) {
    return "http://127.0.0.1:" + ports.notifier() + "/staff-hooks/" + id + "/staff";
  }

  /** As the phone company knows it. */
  TwilioAccount atProvider(Ports ports, String token) {
    return new TwilioAccount(
        account,
        token,
        List.of(
            new TwilioNumber(clientNumber, clientWebhook(ports)),
            new TwilioNumber(staffNumber, staffWebhook(ports))));
  }
}
