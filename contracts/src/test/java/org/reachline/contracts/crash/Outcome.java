package org.reachline.contracts.crash;

import java.util.List;
import java.util.Optional;

/**
 * How one run ended: the port calls it made and, where a promise was broken, the line saying so.
 */
record Outcome(List<String> calls, Optional<String> broken) {
  Outcome {
    calls = List.copyOf(calls);
  }
}
