package org.reachline.contracts.crash;

/**
 * The process is gone. An error, so that no {@code catch (Exception)} of a flow outlives it; one
 * that catches even this finds every further port call dead too.
 */
public final class ProcessDied extends Error {
  private static final long serialVersionUID = 1L;

  ProcessDied() {
    super("the process died here", null, false, false);
  }
}
