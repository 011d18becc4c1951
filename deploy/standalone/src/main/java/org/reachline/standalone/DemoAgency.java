package org.reachline.standalone;

import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;

/**
 * The invented agency standalone runs: its people, numbers and lines. Every number is from the
 * range kept for fiction.
 */
final class DemoAgency {
  static final AgencyId ID = new AgencyId("harbor");
  static final String NAME = "Harbor Street Outreach";
  static final String ZONE = "America/Los_Angeles";

  static final LineId CLIENT_LINE = new LineId("harbor.main");
  static final LineId STAFF_LINE = new LineId("harbor.staff");
  static final String CLIENT_NUMBER = "+15550100100";
  static final String STAFF_NUMBER = "+15550100190";
  static final String ACCOUNT = "AC00000000000000000000000000000001";

  /** The client's phone, unless another is named. */
  static final String CLIENT = "+15550100142";

  /** Caseworker and supervisor: whom the one-time link signs in. */
  static final StaffId NORA = new StaffId("harbor.0.nora2222");

  /** On call tonight. */
  static final StaffId MAYA = new StaffId("harbor.0.maya2222");

  /** Backup. */
  static final StaffId LUIS = new StaffId("harbor.0.luis2222");

  /** The last resort. */
  static final StaffId AMARA = new StaffId("harbor.0.amar2222");

  static final String MAYA_PHONE = "+15550100111";
  static final String LUIS_PHONE = "+15550100112";
  static final String AMARA_PHONE = "+15550100113";

  private DemoAgency() {}

  /** The staff file. Nobody has a passphrase: the only way in is the one-time link. */
  static String staffFile() {
    return """
    # Written at every start of standalone.
    staff:
      - {id: %s, sign-in: nora@harbor.example, name: Nora Tran, roles: [worker, supervisor, on-call, admin], language: en}
      - {id: %s, sign-in: maya@harbor.example, name: Maya Reyes, roles: [worker, on-call], language: en, phone: "%s"}
      - {id: %s, sign-in: luis@harbor.example, name: Luis Ortega, roles: [worker, on-call], language: es, phone: "%s"}
      - {id: %s, sign-in: amara@harbor.example, name: Amara Okafor, roles: [supervisor, on-call], language: en, phone: "%s"}
    """
        .formatted(NORA, MAYA, MAYA_PHONE, LUIS, LUIS_PHONE, AMARA, AMARA_PHONE);
  }

  /**
   * The lines file: one line for clients, one for staff, both at the stand-in for the phone
   * company.
   */
  static String linesFile(Ports ports, String tokenFile) {
    return """
    # Written at every start of standalone.
    lines:
      - id: %1$s
        channel: twilio
        publicUrl: %2$s
        settings: {accountSid: %3$s, address: "%4$s", apiBase: "http://127.0.0.1:%5$d"}
        secrets: {authToken: "file:%6$s"}
      - id: %7$s
        channel: twilio
        use: staff
        publicUrl: %8$s
        settings: {accountSid: %3$s, address: "%9$s", apiBase: "http://127.0.0.1:%5$d"}
        secrets: {authToken: "file:%6$s"}
    """
        .formatted(
            CLIENT_LINE,
            clientWebhook(ports),
            ACCOUNT,
            CLIENT_NUMBER,
            ports.provider(),
            tokenFile,
            STAFF_LINE,
            staffWebhook(ports),
            STAFF_NUMBER);
  }

  /** Where the phone company delivers what clients write. */
  static String clientWebhook(Ports ports) {
    return "http://127.0.0.1:" + ports.gateway() + "/hooks/harbor/main";
  }

  /** Where the phone company delivers what staff answer. */
  static String staffWebhook(Ports ports) {
    return "http://127.0.0.1:" + ports.notifier() + "/staff-hooks/harbor/staff";
  }
}
