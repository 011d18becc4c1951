package org.reachline.notifier.oncall.web;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.PersonName;
import org.reachline.notifier.oncall.Escalations;
import org.reachline.notifier.oncall.Policies;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.trust.Scope;
import org.reachline.trust.web.CrisesNotTaken;
import org.reachline.trust.web.OnCallNow;
import org.springframework.stereotype.Component;

/** What the frame of every page of this service shows: how many are not taken, who is on call. */
@Component
final class ShellFacts implements CrisesNotTaken, OnCallNow {
  private final Escalations.Ports ports;
  private final Policies policies;
  private final Labels labels;

  ShellFacts(Escalations.Ports ports, Policies policies, Labels labels) {
    this.ports = ports;
    this.policies = policies;
    this.labels = labels;
  }

  @Override
  public int count(Scope scope) {
    return (int) ports.store().live(scope).stream().filter(Views::isOpen).count();
  }

  @Override
  public Duty now(Scope scope, Instant now) {
    return policies
        .of(scope.agency())
        .flatMap(policy -> first(scope, policy))
        .map(id -> new Duty(new PersonName(labels.name(id)), ""))
        .orElse(Duty.NOBODY);
  }

  private Optional<StaffId> first(Scope scope, Policy policy) {
    Set<StaffId> unreachable = ports.line().unreachable(scope, policy.everyone());
    return policy.everyone().stream().filter(id -> !unreachable.contains(id)).findFirst();
  }
}
