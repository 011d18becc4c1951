package org.reachline.trust.web;

import org.reachline.trust.Scope;

/** How many crises of the agency nobody has taken yet, as far as this service knows. May block. */
@FunctionalInterface
public interface CrisesNotTaken {
  int count(Scope scope);
}
