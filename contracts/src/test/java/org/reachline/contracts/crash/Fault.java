package org.reachline.contracts.crash;

import static java.util.Objects.requireNonNull;

/**
 * One thing that goes wrong.
 *
 * @param call the number of the port call, from 1, counted over all lives of the process
 */
public record Fault(int call, Mode mode) {
  public Fault {
    requireNonNull(mode);
  }
}
