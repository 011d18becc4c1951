package org.reachline.trust.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.Id;
import org.reachline.trust.Access;
import org.reachline.trust.Act;
import org.reachline.trust.Decision;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;

/** Asks {@link Access} for a handler and turns a no into the matching refusal. */
public final class Guard {
  private final Clock clock;

  public Guard(Clock clock) {
    this.clock = clock;
  }

  /**
   * Lets an act pass.
   *
   * @return on what ground
   * @throws Refused as not found where the actor may not even know the thing, else as forbidden
   */
  public Decision.Permit check(Scope scope, Act act, Resource resource) {
    return switch (Access.decide(scope, act, resource, clock.instant())) {
      case Decision.Permit permit -> permit;
      case Decision.Deny(var reason) when reason == Decision.Reason.FOREIGN ->
          throw Refused.notFound();
      case Decision.Deny _ ->
          throw mayKnow(scope, resource) ? Refused.forbidden() : Refused.notFound();
    };
  }

  /**
   * An id from outside, if it is of this agency. Before any query.
   *
   * @throws Refused as not found
   */
  public static <I extends Id> I own(Scope scope, I id) {
    if (!id.agency().equals(scope.agency())) {
      throw Refused.notFound();
    }
    return id;
  }

  /**
   * What a store found.
   *
   * @throws Refused as not found if that is nothing
   */
  public static <T> T found(@Nullable T thing) {
    if (thing == null) {
      throw Refused.notFound();
    }
    return thing;
  }

  private boolean mayKnow(Scope scope, Resource resource) {
    return switch (resource) {
      case Resource.OfAgency _ -> true;
      case Resource.CaseFile file -> may(scope, Act.READ_CASE, file);
      case Resource.OnCall onCall -> may(scope, Act.READ_ESCALATION, onCall);
    };
  }

  private boolean may(Scope scope, Act act, Resource resource) {
    return Access.decide(scope, act, resource, clock.instant()).permits();
  }
}
