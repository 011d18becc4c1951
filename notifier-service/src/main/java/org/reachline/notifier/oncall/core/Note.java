package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Why nobody was paged where somebody might expect it, or how it ended.
 *
 * @param code {@code no-steps}, {@code step-empty}, {@code method-off}, {@code nobody-reachable},
 *     {@code ack-timeout}, {@code outcome-...}
 */
public record Note(String code, int step, int loop, Instant at) {
  public Note {
    requireNonNull(code, "code");
    requireNonNull(at, "at");
  }
}
