package org.reachline.notifier.oncall;

import org.reachline.contracts.EscalationId;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.oncall.core.Change;
import org.reachline.notifier.oncall.core.Escalating;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.trust.Scope;

/** The only way an escalation changes: read, decide, compare and set, and again if outrun. */
final class Changes {
  static final int MOST_COLLISIONS = 50;

  private final EscalationStore store;
  private final StoreClock clock;
  private final Escalations.Changed changed;

  Changes(Escalations.Ports ports, Escalations.Changed changed) {
    this.store = ports.store();
    this.clock = ports.clock();
    this.changed = changed;
  }

  /** What an input comes to; whatever it changed is durable when this returns. */
  Change make(Scope scope, EscalationId id, Input input) {
    for (int i = 0; i < MOST_COLLISIONS; i++) {
      Escalation was = store.find(scope, id).orElseThrow(() -> new Contended(id.value()));
      Change change = Escalating.apply(was, input, clock.now());
      if (!change.changed()) {
        return change;
      }
      if (store.replace(scope, change.next())) {
        changed.changed(was, change.next());
        return new Change(change.next().written(was.v() + 1), true, change.answer());
      }
    }
    throw new Contended(id.value());
  }

  /** Whether this one is new; told like any change. */
  boolean add(Scope scope, Escalation opened) {
    boolean mine = store.insert(scope, opened);
    if (mine) {
      changed.changed(opened, opened);
    }
    return mine;
  }
}
