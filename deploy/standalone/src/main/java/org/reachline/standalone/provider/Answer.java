package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API answers, or does instead of answering. */
sealed interface Answer {
  /** A status with a JSON document. */
  record Json(int status, Map<String, @Nullable Object> document) implements Answer {
    public Json {
      requireNonNull(document); // may hold nulls, as the real one does
    }
  }

  /** Nothing ever comes; the caller's own limit decides. */
  record Silence() implements Answer {}

  /** The connection is closed before a byte was answered. */
  record Reset() implements Answer {}
}
