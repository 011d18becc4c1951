package org.reachline.trust.web;

import java.util.Set;
import org.reachline.trust.keys.Purpose;

/** The key sets a service is given. A bean of this type says which; it opens no others. */
public record HeldPurposes(Set<Purpose> purposes) {
  public HeldPurposes {
    purposes = Set.copyOf(purposes);
  }

  public static HeldPurposes of(Purpose... purposes) {
    return new HeldPurposes(Set.of(purposes));
  }
}
