package org.reachline.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CaseId;
import org.reachline.trust.Scope;

/**
 * Publishes what a stopped process left in an outbox, takes out rows that are published, and
 * answers a crisis for which nobody was paged in time. It may run anywhere, any number of times: a
 * row published twice is the same event.
 */
final class Sweeper {
  private static final int AT_ONCE = 200;
  private final CaseStore store;
  private final Writing writing;
  private final Relay relay;
  private final Collection<AgencyId> agencies;
  private final Duration age;
  private final InstantSource clock;

  Sweeper(
      CaseStore store,
      Writing writing,
      Relay relay,
      Collection<AgencyId> agencies,
      Duration age,
      InstantSource clock) {
    this.store = store;
    this.writing = writing;
    this.relay = relay;
    this.agencies = List.copyOf(agencies);
    this.age = age;
    this.clock = clock;
  }

  /** One round over every agency. */
  void sweep() {
    Instant before = clock.instant().minus(age);
    for (AgencyId agency : agencies) {
      sweep(Scope.ofSweep(agency, "case-service"), before);
    }
  }

  private void sweep(Scope scope, Instant before) {
    List<CaseFile> waiting = store.unsent(scope, before, AT_ONCE);
    List<CaseFile> unsure =
        waiting.stream().filter(file -> !relay.trimmed(file).outbox().rows().isEmpty()).toList();
    relay.publish(scope, unsure);
    List<CaseFile> next =
        waiting.stream().map(relay::trimmed).map(file -> writing.answering(scope, file)).toList();
    if (!next.isEmpty()) {
      // one that somebody writes just now is done by them, or in the next round
      Set<CaseId> missed = store.files().write(scope, next);
      relay.publish(scope, next.stream().filter(file -> !missed.contains(file.id())).toList());
    }
  }
}
