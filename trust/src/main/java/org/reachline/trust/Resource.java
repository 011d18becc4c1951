package org.reachline.trust;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;

/** What an act is done to, with the few facts a decision needs. */
public sealed interface Resource {
  AgencyId agency();

  /** Something of the whole agency: the queue, the board, the figures. */
  record OfAgency(AgencyId agency) implements Resource {
    public OfAgency {
      requireNonNull(agency, "agency");
    }
  }

  /**
   * One case.
   *
   * @param assignees who works on it; empty while nobody does
   * @param duty who was paged for or holds a crisis of it
   */
  record CaseFile(AgencyId agency, Set<StaffId> assignees, Set<StaffId> duty) implements Resource {
    public CaseFile {
      requireNonNull(agency, "agency");
      assignees = Set.copyOf(assignees);
      duty = Set.copyOf(duty);
    }
  }

  /**
   * One escalation.
   *
   * @param paged who has been paged for it
   */
  record OnCall(AgencyId agency, Set<StaffId> paged) implements Resource {
    public OnCall {
      requireNonNull(agency, "agency");
      paged = Set.copyOf(paged);
    }
  }
}
