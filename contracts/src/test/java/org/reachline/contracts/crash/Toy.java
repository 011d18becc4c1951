package org.reachline.contracts.crash;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A scenario of the toy: one way to handle its texts, and what must hold after it. */
record Toy(String name, BiConsumer<ToyWorld, Faults> flow, List<Consumer<ToyWorld>> promises)
    implements Scenario<ToyWorld> {
  private static final List<Consumer<ToyWorld>> ALL =
      List.of(
          ToyWorld::everyTextIsInTheThreadOnceInOrder,
          ToyWorld::everyTextIsAnnounced,
          ToyWorld::whatIsAcknowledgedIsInTheThread);

  Toy {
    promises = List.copyOf(promises);
  }

  /** A listener: what is not committed comes again. */
  static Toy listener(String name, BiConsumer<Ports, String> step) {
    return new Toy(
        name,
        (world, faults) -> {
          Ports ports = Ports.of(world, faults);
          List.copyOf(world.uncommitted()).forEach(text -> step.accept(ports, text));
        },
        ALL.subList(0, 2));
  }

  /** A webhook: what is not acknowledged is sent again. */
  static Toy webhook(String name, BiConsumer<Ports, String> step) {
    return new Toy(
        name,
        (world, faults) -> {
          Ports ports = Ports.of(world, faults);
          List.copyOf(world.unsent).forEach(text -> step.accept(ports, text));
        },
        List.of(ALL.getFirst(), ALL.getLast()));
  }

  @Override
  public ToyWorld freshWorld() {
    return new ToyWorld();
  }

  @Override
  public void run(ToyWorld world, Faults faults) {
    flow.accept(world, faults);
  }

  @Override
  public void check(ToyWorld world) {
    promises.forEach(promise -> promise.accept(world));
  }

  /** The ports as one life of the process sees them. */
  record Ports(ToyThread thread, ToyTopic topic, ToyOffsets offsets, ToyClient client) {
    static Ports of(ToyWorld world, Faults faults) {
      return new Ports(
          faults.wrap(ToyThread.class, world),
          faults.wrap(ToyTopic.class, world),
          faults.wrap(ToyOffsets.class, world),
          faults.wrap(ToyClient.class, world));
    }

    void publish(String text) {
      topic.publish(text).toCompletableFuture().join();
    }
  }
}
