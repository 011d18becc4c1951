package org.reachline.notifier.oncall;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;

/** Staff who said STOP, in memory. */
final class InMemoryOptOuts implements OptOuts {
  private final Set<StaffId> out = new HashSet<>();

  @Override
  public synchronized void set(Scope scope, StaffId staff, boolean optedOut) {
    if (!staff.agency().equals(scope.agency())) {
      throw new IllegalArgumentException("of another agency");
    }
    if (optedOut) {
      out.add(staff);
    } else {
      out.remove(staff);
    }
  }

  @Override
  public synchronized Set<StaffId> among(Scope scope, Set<StaffId> staff) {
    return staff.stream()
        .filter(s -> s.agency().equals(scope.agency()) && out.contains(s))
        .collect(Collectors.toSet());
  }
}
