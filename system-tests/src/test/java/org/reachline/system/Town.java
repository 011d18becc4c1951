package org.reachline.system;

import java.time.Duration;
import org.reachline.contracts.AgencyId;
import org.reachline.standalone.DemoAgency;
import org.reachline.standalone.Tenant;

/**
 * The two agencies of every machine under test: the same people and the same client, nothing else
 * in common.
 */
final class Town {
  /** How long one person is paged before the next; short, so that a page too many would show. */
  static final Duration STEP = Duration.ofSeconds(10);

  static final Tenant HARBOR =
      new Tenant(
          DemoAgency.TENANT.id(),
          DemoAgency.TENANT.name(),
          DemoAgency.TENANT.account(),
          DemoAgency.TENANT.clientNumber(),
          DemoAgency.TENANT.staffNumber(),
          STEP);

  static final Tenant MIRROR =
      new Tenant(
          new AgencyId("mirror"),
          "Mirror Street",
          "AC00000000000000000000000000000002",
          "+15550100200",
          "+15550100290",
          STEP);

  /** Maya is on call for both. */
  static final String MAYA = "+15550100111";

  /** What every triage must take for a crisis. */
  static final String CRISIS = "i took all my pills. dont tell anyone";

  private Town() {}
}
