package org.reachline.cases.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.trust.Scope;

/**
 * One collection, read and written by id. A document's {@code v} is the version it was read at, 0
 * if it was never stored; storing makes it one more. Safe for any thread; may block.
 */
public interface Shelf<K, T> {
  /** The documents of these ids that exist for this agency. One round trip. */
  Map<K, T> read(Scope scope, Collection<K> ids);

  /**
   * Writes each document on its own, in one round trip: inserts if it was never stored, else
   * replaces it if its version still stands.
   *
   * @return the ids whose write did not happen because somebody else was first
   */
  Set<K> write(Scope scope, Collection<T> documents);

  /** One document, or null where there is none for this agency. */
  default @Nullable T one(Scope scope, K id) {
    return read(scope, List.of(id)).get(id);
  }
}
