package org.reachline.contracts.crash;

/**
 * A story for one flow: the world it works in, one life of its process, what must hold in the end.
 *
 * <p>The world is what outlives the process: topics, stores, the provider, the clock. It must be
 * made afresh and in the same way each time, and the flow must run on the calling thread: the same
 * run must make the same port calls. Wrap what has an <em>effect</em>; the source of the input
 * (redelivered by the scenario itself) need not be wrapped. What the outside hears of the flow,
 * such as an answer to a webhook, must pass through a wrapped port, for a dead process answers
 * nobody.
 *
 * @param <W> the world
 */
public interface Scenario<W> {
  /** As it appears in a failing case. */
  String name();

  W freshWorld();

  /**
   * One life of the process: wraps the world's ports, starts the flow on them, gives it all that is
   * still to be done and returns when nothing is left. An exception that escapes ends a life in
   * which something went wrong, as it does in a listener; in an undisturbed life it fails the case.
   */
  void run(W world, Faults faults) throws Exception;

  /** A later life, on what the earlier ones left; repeated until one goes by without a fault. */
  default void recover(W world, Faults faults) throws Exception {
    run(world, faults);
  }

  /** Time passes until leases, sessions and back-offs of a silent instance have run out. */
  default void leasesRunOut(W world) {}

  /** Throws where a promise is broken. */
  void check(W world);

  /** As {@link #check(Object)}, for promises that depend on what went wrong. */
  default void check(W world, History history) {
    check(world);
  }
}
