package org.reachline.standalone.provider;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Requests to webhooks in the order they ended; the oldest go first. */
final class AttemptLog {
  private static final int KEPT = 50_000;

  private final Deque<Attempt> attempts = new ArrayDeque<>();

  synchronized void add(Collection<Attempt> more) {
    attempts.addAll(more);
    while (attempts.size() > KEPT) {
      attempts.removeFirst();
    }
  }

  synchronized List<Attempt> all() {
    return List.copyOf(attempts);
  }
}
