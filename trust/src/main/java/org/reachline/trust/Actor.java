package org.reachline.trust;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.reachline.contracts.StaffId;

/** Who acts. */
public sealed interface Actor {

  /** A signed-in person. */
  record Staff(StaffId id, Set<Role> roles) implements Actor {
    public Staff {
      requireNonNull(id, "id");
      roles = Set.copyOf(roles);
    }
  }

  /**
   * The holder of an acknowledgement link or code: may acknowledge this one thing and nothing else.
   */
  record Paged(StaffId id) implements Actor {
    public Paged {
      requireNonNull(id, "id");
    }
  }

  /** A service working on a record of this agency. */
  record Service(String name) implements Actor {
    public Service {
      requireNonNull(name, "name");
    }
  }
}
