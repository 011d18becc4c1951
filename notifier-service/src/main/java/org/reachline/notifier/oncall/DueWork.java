package org.reachline.notifier.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.reachline.contracts.EscalationId;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.oncall.EscalationStore.Due;
import org.reachline.trust.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The timer of escalations: asks the store what is due and has it worked on, and four times a
 * minute counts what should long have been. Every node runs one; the leases keep them apart.
 */
public final class DueWork {
  private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);
  private static final String SERVICE = "notifier-service";
  private static final int AT_ONCE = 200;
  private static final Duration AUDIT = Duration.ofSeconds(15);

  private final Escalations escalations;
  private final EscalationStore store;
  private final StoreClock clock;
  private final Executor background;
  private final Overdue overdue;
  private final Set<EscalationId> inWork = ConcurrentHashMap.newKeySet();
  private Instant auditAt = Instant.MIN;

  /** Told how many live escalations nobody has worked on although they are due. */
  public interface Overdue {
    void counted(long overdue);
  }

  public DueWork(
      Escalations escalations, Escalations.Ports ports, Executor background, Overdue overdue) {
    this.escalations = escalations;
    this.store = ports.store();
    this.clock = ports.clock();
    this.background = background;
    this.overdue = overdue;
  }

  /** One look at the store. Called by one thread. */
  public void tick() {
    Instant now = clock.now();
    store.due(now, AT_ONCE).stream().filter(due -> inWork.add(due.id())).forEach(this::workOn);
    if (!now.isBefore(auditAt)) {
      auditAt = now.plus(AUDIT);
      overdue.counted(store.overdue(now.minus(AUDIT)));
    }
  }

  private void workOn(Due due) {
    background.execute(
        () -> {
          try {
            escalations.work(Scope.ofSweep(due.agency(), SERVICE), due.id());
          } catch (RuntimeException later) {
            LOG.warn("escalation {} stays due: {}", due.id(), later.getClass().getName());
          } finally {
            inWork.remove(due.id());
          }
        });
  }
}
