package org.reachline.notifier.oncall;

import java.util.Map;
import java.util.Optional;
import org.reachline.contracts.AgencyId;
import org.reachline.notifier.oncall.core.Policy;

/** The on-call policy in force for each agency. Safe for any thread; never blocks. */
public interface Policies {
  Optional<Policy> of(AgencyId agency);

  /** These, and never others. */
  static Policies fixed(Map<AgencyId, Policy> byAgency) {
    Map<AgencyId, Policy> all = Map.copyOf(byAgency);
    return agency -> Optional.ofNullable(all.get(agency));
  }
}
