package org.reachline.notifier.dispatch.core;

import java.time.Duration;

/**
 * How often and how soon a message that was not taken is sent again.
 *
 * @param most tries in all
 * @param first wait after the first; each later one waits three times as long
 */
public record Retries(int most, Duration first) {
  Duration after(int tries, Duration asked) {
    Duration own = first.multipliedBy((long) Math.pow(3, Math.max(0, tries - 1)));
    return asked.compareTo(own) > 0 ? asked : own;
  }
}
