package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

/**
 * The document after an input, and the answer to whoever caused it. The answer holds only once the
 * document is durable.
 *
 * @param changed whether there is anything to write
 */
public record Change(Escalation next, boolean changed, Answer answer) {
  public Change {
    requireNonNull(next, "next");
    requireNonNull(answer, "answer");
  }
}
