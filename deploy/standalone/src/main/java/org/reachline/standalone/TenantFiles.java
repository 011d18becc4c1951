package org.reachline.standalone;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The files the services read, written anew at every start because ports are in them. */
final class TenantFiles {
  private static final String HEAD = "# Written at every start of standalone.\n";

  private TenantFiles() {}

  /** Nobody has a passphrase: the only way in is the one-time link. */
  static String staff(List<Tenant> tenants) {
    return HEAD + "staff:\n" + tenants.stream().map(TenantFiles::staff).collect(joining());
  }

  private static String staff(Tenant tenant) {
    return """
      - {id: %s, sign-in: nora@%s.example, name: Nora Tran, roles: [worker, supervisor, on-call, admin], language: en}
      - {id: %s, sign-in: maya@%s.example, name: Maya Reyes, roles: [worker, on-call], language: en, phone: "%s"}
      - {id: %s, sign-in: luis@%s.example, name: Luis Ortega, roles: [worker, on-call], language: es, phone: "%s"}
      - {id: %s, sign-in: amara@%s.example, name: Amara Okafor, roles: [supervisor, on-call], language: en, phone: "%s"}
    """
        .formatted(
            tenant.person("nora"),
            tenant.id(),
            tenant.person("maya"),
            tenant.id(),
            DemoAgency.MAYA_PHONE,
            tenant.person("luis"),
            tenant.id(),
            DemoAgency.LUIS_PHONE,
            tenant.person("amar"),
            tenant.id(),
            DemoAgency.AMARA_PHONE);
  }

  /**
   * For each one line for clients and one for staff, both at the stand-in for the phone company.
   */
  static String lines(List<Tenant> tenants, Ports ports, String tokenFile) {
    return HEAD
        + "lines:\n"
        + tenants.stream().map(tenant -> lines(tenant, ports, tokenFile)).collect(joining());
  }

  private static String lines(Tenant tenant, Ports ports, String tokenFile) {
    return """
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
            tenant.clientLine(),
            tenant.clientWebhook(ports),
            tenant.account(),
            tenant.clientNumber(),
            ports.provider(),
            tokenFile,
            tenant.staffLine(),
            tenant.staffWebhook(ports),
            tenant.staffNumber());
  }

  /** Maya first, then Luis, then everybody, and again until somebody takes it. */
  static String onCall(List<Tenant> tenants, Ports ports) {
    return HEAD
        + "on-call:\n"
        + tenants.stream().map(tenant -> onCall(tenant, ports)).collect(joining());
  }

  private static String onCall(Tenant tenant, Ports ports) {
    return """
      %1$s:
        line: %2$s
        ack-timeout: 10m
        link-base: http://127.0.0.1:%3$d
        steps:
          - {targets: [%4$s], delay: %7$ds}
          - {targets: [%5$s], delay: %7$ds}
        last-resort: [%4$s, %5$s, %6$s]
    """
        .formatted(
            tenant.id(),
            tenant.staffLine(),
            ports.front(),
            tenant.person("maya"),
            tenant.person("luis"),
            tenant.person("amar"),
            tenant.step().toSeconds());
  }
}
