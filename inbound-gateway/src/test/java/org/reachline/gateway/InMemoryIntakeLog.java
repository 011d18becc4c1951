package org.reachline.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;

/** The log in memory: what is in the lists is durable. */
final class InMemoryIntakeLog implements IntakeLog {
  final List<Event> events = new ArrayList<>();
  final List<Wire> letters = new ArrayList<>();

  @Override
  public synchronized CompletableFuture<Void> keep(Event event) {
    events.add(event);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> bury(Wire letter) {
    letters.add(letter);
    return CompletableFuture.completedFuture(null);
  }
}
