package org.reachline.contracts.crash;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Numbers the port calls of a run and lets the planned ones go wrong. One thread at a time.
 *
 * <p>A port is an interface whose methods return a plain value, nothing, or a {@link
 * java.util.concurrent.CompletionStage}; a stage fails instead of throwing, but a crash throws
 * {@link ProcessDied} at the caller either way. A default method which the port's class does not
 * override is no call of its own: the calls it makes are.
 */
public final class Faults {
  private static final int RESTLESS = 100_000;

  private final List<Fault> plan;
  private final Runnable anotherInstance;
  private final List<String> calls = new ArrayList<>();
  private final List<History.Event> happened = new ArrayList<>();
  private int life;
  private boolean dead;

  Faults(List<Fault> plan, Runnable anotherInstance) {
    this.plan = List.copyOf(plan);
    this.anotherInstance = anotherInstance;
  }

  /** Nothing goes wrong; for running a scenario by hand. */
  public static Faults none() {
    return new Faults(List.of(), () -> {});
  }

  /** The port as this life of the process sees it. */
  public <P> P wrap(Class<P> port, P real) {
    return wrap(port, real, InjectedFault::new);
  }

  /** As {@link #wrap(Class, Object)}, with the exception the real adapter would throw. */
  public <P> P wrap(Class<P> port, P real, Function<String, ? extends RuntimeException> error) {
    PortCalls handler = new PortCalls(this, port, real, error);
    return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
  }

  /** Whether this life goes on; a flow that caught its own death may look alive. */
  public boolean alive() {
    return !dead;
  }

  void startLife() {
    life++;
    dead = false;
  }

  int life() {
    return life;
  }

  ProcessDied die() {
    dead = true;
    return new ProcessDied();
  }

  /** The fault planned for the call that starts now. */
  Optional<Mode> next(int ofLife, String operation) {
    if (dead || ofLife != life) {
      throw new ProcessDied();
    }
    calls.add(operation);
    if (calls.size() > RESTLESS) {
      throw new AssertionError("the flow does not come to rest: " + RESTLESS + " port calls");
    }
    return planned(calls.size()).map(mode -> noted(operation, mode));
  }

  private Optional<Mode> planned(int call) {
    return plan.stream().filter(f -> f.call() == call).map(Fault::mode).findFirst();
  }

  private Mode noted(String operation, Mode mode) {
    happened.add(new History.Event(calls.size(), operation, mode));
    return mode;
  }

  void runAnotherInstance() {
    anotherInstance.run();
  }

  List<String> calls() {
    return calls;
  }

  History history() {
    return new History(happened);
  }
}
