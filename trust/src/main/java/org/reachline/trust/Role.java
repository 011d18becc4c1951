package org.reachline.trust;

import java.util.Locale;

/** What a staff member may be. A person can have several roles. */
public enum Role {
  WORKER,
  SUPERVISOR,
  ON_CALL,
  ADMIN,
  AUDITOR,
  OPERATOR;

  /** The code used in files and pages, such as {@code on-call}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The role of a code.
   *
   * @throws IllegalArgumentException naming the codes there are
   */
  public static Role ofCode(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "no such role; there are worker, supervisor, on-call, admin, auditor, operator");
  }
}
