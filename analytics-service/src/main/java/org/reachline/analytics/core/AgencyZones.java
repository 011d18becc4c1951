package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Map;
import org.reachline.contracts.AgencyId;

/** The clock each agency lives by. */
public record AgencyZones(Map<AgencyId, ZoneId> zones, ZoneId others) {
  public AgencyZones {
    zones = Map.copyOf(zones);
    requireNonNull(others, "others");
  }

  public ZoneId of(AgencyId agency) {
    return zones.getOrDefault(agency, others);
  }
}
