package org.reachline.notifier.oncall;

import java.util.Map;
import java.util.Optional;
import org.reachline.contracts.AgencyId;
import org.reachline.notifier.oncall.core.Policy;

/** The on-call policy of each agency, as the file says it. */
public record Policies(Map<AgencyId, Policy> byAgency) {
  public Policies {
    byAgency = Map.copyOf(byAgency);
  }

  public Optional<Policy> of(AgencyId agency) {
    return Optional.ofNullable(byAgency.get(agency));
  }
}
