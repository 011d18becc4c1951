package org.reachline.cases.store;

import java.util.List;
import org.reachline.cases.core.examples.Example;
import org.reachline.contracts.MessageId;
import org.reachline.trust.Scope;

/** Where examples are kept: one collection by message, and two named reads by range. */
public interface ExampleStore {
  Shelf<MessageId, Example> examples();

  /** Picked messages nobody has read yet, in the order of their ids. */
  List<Example> unreviewed(Scope scope, int limit);

  /**
   * Examples somebody labelled, in the order of their ids.
   *
   * @param after the id to go on after, empty for the first
   */
  List<Example> labelled(Scope scope, String after, int limit);
}
