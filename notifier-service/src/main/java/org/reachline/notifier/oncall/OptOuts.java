package org.reachline.notifier.oncall;

import java.util.Set;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;

/** Which staff said STOP to texts. It is honoured; then another person is paged instead. */
public interface OptOuts {
  void set(Scope scope, StaffId staff, boolean optedOut);

  /** Those of these who did. */
  Set<StaffId> among(Scope scope, Set<StaffId> staff);
}
