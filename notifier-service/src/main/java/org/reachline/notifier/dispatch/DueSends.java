package org.reachline.notifier.dispatch;

import java.time.Duration;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.dispatch.SendLedger.Due;
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The timer of messages: retries, tries that were never reported, outcomes not yet told. */
public final class DueSends {
  private static final Logger LOG = LoggerFactory.getLogger(DueSends.class);
  private static final String SERVICE = "notifier-service";
  private static final int AT_ONCE = 200;

  private final Dispatch dispatch;
  private final SendLedger ledger;
  private final StoreClock clock;
  private final Dispatch.Later later;

  public DueSends(Dispatch dispatch, Dispatch.Ports ports, Dispatch.Later later) {
    this.dispatch = dispatch;
    this.ledger = ports.ledger();
    this.clock = ports.clock();
    this.later = later;
  }

  /** One look at the ledger. */
  public void tick() {
    ledger.due(clock.now(), AT_ONCE).forEach(due -> later.run(Duration.ZERO, () -> workOn(due)));
  }

  private void workOn(Due due) {
    Scope scope = Scope.ofSweep(due.agency(), SERVICE);
    try {
      dispatch.work(scope, due.conversation());
      dispatch.publish(scope, due.id());
    } catch (RuntimeException again) {
      LOG.warn("message {} stays due: {}", due.id(), again.getClass().getName());
    }
  }
}
