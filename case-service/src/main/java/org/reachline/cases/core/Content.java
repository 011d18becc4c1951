package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import org.reachline.contracts.Sealed;

/** Something personal in a stored record: in the clear while it is worked on, in a box at rest. */
public sealed interface Content<T> {

  /** Not stored yet; the store puts it into a box. Personal types print their length only. */
  record Clear<T>(T value) implements Content<T> {
    public Clear {
      requireNonNull(value, "value");
    }
  }

  /** As it lies in the store, bound to its document and field. */
  record Boxed<T>(Sealed box) implements Content<T> {
    public Boxed {
      requireNonNull(box, "box");
    }
  }
}
