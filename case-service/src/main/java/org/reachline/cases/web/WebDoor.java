package org.reachline.cases.web;

import java.time.InstantSource;
import java.util.Set;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Watch;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.view.ThreadView.Rights;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CrisisId;
import org.reachline.trust.Access;
import org.reachline.trust.Act;
import org.reachline.trust.Decision;
import org.reachline.trust.Decision.Basis;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Guard;
import org.reachline.trust.web.Refused;

/**
 * The one way to a case from outside: of this agency, there, and theirs to read; whatever fails of
 * that gets the same answer.
 */
final class WebDoor {
  private final CaseStore store;
  private final Guard guard;
  private final InstantSource clock;

  WebDoor(CaseStore store, Guard guard, InstantSource clock) {
    this.store = store;
    this.guard = guard;
    this.clock = clock;
  }

  /** A case this person may read and do this to. */
  CaseFile open(Scope scope, CaseId id, Act act) {
    CaseFile file = Guard.found(store.files().one(scope, Guard.own(scope, id)));
    guard.check(scope, Act.READ_CASE, resource(file));
    guard.check(scope, act, resource(file));
    return file;
  }

  /** Lets through who may see lists of cases. */
  void lists(Scope scope) {
    guard.check(scope, Act.LIST_CASES, new Resource.OfAgency(scope.agency()));
  }

  /** Whether this person may label messages of any case, not only of those they are on duty for. */
  boolean labels(Scope scope) {
    return anyCase(scope).permits();
  }

  /** Lets through who may read the sample. */
  void reviews(Scope scope) {
    lists(scope);
    if (!labels(scope)) {
      throw Refused.forbidden();
    }
  }

  /** Lets through who may take words out of the house: whoever supervises every case. */
  void exports(Scope scope) {
    lists(scope);
    if (!supervises(scope)) {
      throw Refused.forbidden();
    }
  }

  /** Whether this person answers for every case, and so for what reads them. */
  boolean supervises(Scope scope) {
    return anyCase(scope) instanceof Decision.Permit(var basis) && basis == Basis.SUPERVISOR;
  }

  /** The decision on a case nobody works on or was paged for, which is that on any case. */
  private Decision anyCase(Scope scope) {
    Resource any = new Resource.CaseFile(scope.agency(), Set.of(), Set.of());
    return Access.decide(scope, Act.LABEL_MESSAGE, any, clock.instant());
  }

  /** The case of a crisis this person may read. */
  CaseFile ofCrisis(Scope scope, CrisisId id) {
    Watch watch = Guard.found(store.watches().one(scope, Guard.own(scope, id)));
    Crisis raised = watch.raised().stream().findFirst().orElseThrow(Refused::notFound);
    Placed place = Guard.found(store.placed().one(scope, raised.raisedBy().value()));
    return open(scope, place.caseId(), Act.READ_CASE);
  }

  Rights rights(Scope scope, CaseFile file) {
    return new Rights(
        may(scope, Act.REPLY, file),
        may(scope, Act.ASSIGN, file),
        may(scope, Act.CLOSE_CASE, file),
        may(scope, Act.LABEL_MESSAGE, file));
  }

  boolean may(Scope scope, Act act, CaseFile file) {
    return Access.decide(scope, act, resource(file), clock.instant()).permits();
  }

  private static Resource resource(CaseFile file) {
    return new Resource.CaseFile(file.id().agency(), file.work().assignees(), file.duty());
  }
}
