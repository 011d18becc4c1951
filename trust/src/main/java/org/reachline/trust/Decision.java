package org.reachline.trust;

/** The answer to "may they?". */
public sealed interface Decision {
  /** Yes, and on what ground, for the audit row. */
  record Permit(Basis basis) implements Decision {}

  /** No. Another agency's thing is answered like an absent one. */
  record Deny(Reason reason) implements Decision {}

  /** On what ground an act is allowed. */
  enum Basis {
    ROLE,
    ASSIGNEE,
    DUTY,
    SUPERVISOR,
    PAGED,
    SERVICE
  }

  /**
   * Why an act is refused: {@code FOREIGN} looks like 404, {@code NOT_ALLOWED} is 403 where the
   * caller may know the thing exists.
   */
  enum Reason {
    FOREIGN,
    NOT_ALLOWED
  }

  /** Whether the act may go on. */
  default boolean permits() {
    return this instanceof Permit;
  }
}
