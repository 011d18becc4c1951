package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import org.reachline.contracts.CaseId;

/**
 * Where a message or a crisis stands, decided once, for ever.
 *
 * @param id a message id or crisis id
 * @param page the sealed page that holds it, 0 while it stands in the case document
 */
public record Placed(String id, CaseId caseId, long page, long v) {
  public Placed {
    requireNonNull(id, "id");
    requireNonNull(caseId, "caseId");
  }

  /** The decision, not stored yet. */
  public static Placed at(String id, CaseId caseId) {
    return new Placed(id, caseId, 0, 0);
  }

  /** The same, sealed into a page. */
  public Placed sealedInto(long number) {
    return new Placed(id, caseId, number, v);
  }
}
