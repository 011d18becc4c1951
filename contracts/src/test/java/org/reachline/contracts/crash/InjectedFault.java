package org.reachline.contracts.crash;

/** The error a port answers in the error modes, unless the scenario gave one of its own. */
public final class InjectedFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InjectedFault(String call) {
    super("injected at " + call, null, false, false);
  }
}
