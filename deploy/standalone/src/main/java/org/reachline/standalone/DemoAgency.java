package org.reachline.standalone;

import java.time.Duration;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;

/**
 * The invented agency that standalone runs, and the people of its story. Every number is from the
 * range kept for fiction.
 */
public final class DemoAgency {
  public static final Tenant TENANT =
      new Tenant(
          new AgencyId("harbor"),
          "Harbor Street Outreach",
          "AC00000000000000000000000000000001",
          "+15550100100",
          "+15550100190",
          Duration.ofSeconds(60));

  /** The client's phone, unless another is named. */
  static final String CLIENT = "+15550100142";

  /** Caseworker and supervisor: whom the one-time link signs in. */
  static final StaffId NORA = TENANT.person("nora");

  /** On call tonight. */
  static final StaffId MAYA = TENANT.person("maya");

  /** Backup. */
  static final StaffId LUIS = TENANT.person("luis");

  static final String MAYA_PHONE = "+15550100111";
  static final String LUIS_PHONE = "+15550100112";
  static final String AMARA_PHONE = "+15550100113";

  private DemoAgency() {}
}
