package org.reachline.trust.web;

import java.time.Instant;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.Scope;

/** Who is on call, as far as this service knows. May block. */
@FunctionalInterface
public interface OnCallNow {
  Duty now(Scope scope, Instant now);

  /**
   * The duty as the page shows it.
   *
   * @param name who, or empty
   * @param until such as {@code 20:00}, or empty
   */
  record Duty(PersonName name, String until) {
    /** Nobody that this service knows of. */
    public static final Duty NOBODY = new Duty(new PersonName(""), "");
  }
}
