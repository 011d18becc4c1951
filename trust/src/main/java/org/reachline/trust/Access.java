package org.reachline.trust;

import java.time.Instant;
import java.util.Set;
import org.reachline.trust.Decision.Basis;
import org.reachline.trust.Decision.Deny;
import org.reachline.trust.Decision.Permit;
import org.reachline.trust.Decision.Reason;

/**
 * Who may do what to what. Pure and total; every handler and every stream event asks. Start reading
 * here.
 */
public final class Access {
  private static final Deny NOT_ALLOWED = new Deny(Reason.NOT_ALLOWED);

  private Access() {}

  /**
   * Decides one act.
   *
   * @param now for rules that end with time; the walking set of rules has none yet
   */
  public static Decision decide(Scope scope, Act act, Resource resource, Instant now) {
    if (!scope.agency().equals(resource.agency())) {
      return new Deny(Reason.FOREIGN);
    }
    return switch (scope.actor()) {
      case Actor.Service _ -> new Permit(Basis.SERVICE);
      case Actor.Paged paged -> paged(paged, act, resource);
      case Actor.Staff staff -> staff(staff, act, resource);
    };
  }

  private static Decision paged(Actor.Paged paged, Act act, Resource resource) {
    boolean theirs =
        resource instanceof Resource.OnCall(var _, var whom) && whom.contains(paged.id());
    boolean may = act == Act.ACKNOWLEDGE || act == Act.PASS_ON;
    return theirs && may ? new Permit(Basis.PAGED) : NOT_ALLOWED;
  }

  private static Decision staff(Actor.Staff staff, Act act, Resource resource) {
    return switch (resource) {
      case Resource.OfAgency _ -> ofAgency(staff.roles(), act);
      case Resource.CaseFile file -> ofCase(staff, act, file);
      case Resource.OnCall onCall -> onCall(staff, act, onCall);
    };
  }

  private static Decision ofAgency(Set<Role> roles, Act act) {
    Set<Role> allowed =
        switch (act) {
          case LIST_CASES -> Set.of(Role.WORKER, Role.SUPERVISOR, Role.ON_CALL);
          case LIST_ESCALATIONS -> Set.of(Role.WORKER, Role.SUPERVISOR, Role.ON_CALL, Role.ADMIN);
          case READ_FIGURES -> Set.of(Role.WORKER, Role.SUPERVISOR, Role.ADMIN, Role.AUDITOR);
          case READ_QUARANTINE -> Set.of(Role.OPERATOR, Role.ADMIN);
          default -> Set.of();
        };
    return roles.stream().anyMatch(allowed::contains) ? new Permit(Basis.ROLE) : NOT_ALLOWED;
  }

  private static Decision ofCase(Actor.Staff staff, Act act, Resource.CaseFile file) {
    if (!isOfCases(act)) {
      return NOT_ALLOWED;
    }
    Set<Role> roles = staff.roles();
    boolean works = roles.contains(Role.WORKER) || roles.contains(Role.SUPERVISOR);
    if (works && file.assignees().contains(staff.id())) {
      return new Permit(Basis.ASSIGNEE);
    }
    if (roles.contains(Role.SUPERVISOR)) {
      return new Permit(Basis.SUPERVISOR);
    }
    if (file.duty().contains(staff.id()) && (works || roles.contains(Role.ON_CALL))) {
      return new Permit(Basis.DUTY);
    }
    return works ? new Permit(Basis.ROLE) : NOT_ALLOWED;
  }

  private static boolean isOfCases(Act act) {
    return switch (act) {
      case READ_CASE, REPLY, ASSIGN, CLOSE_CASE, DISPOSE_CRISIS, LABEL_MESSAGE -> true;
      default -> false;
    };
  }

  private static Decision onCall(Actor.Staff staff, Act act, Resource.OnCall onCall) {
    if (onCall.paged().contains(staff.id()) && isOfEscalations(act)) {
      return new Permit(Basis.DUTY);
    }
    Set<Role> roles = staff.roles();
    boolean mayTake =
        roles.contains(Role.ON_CALL)
            || roles.contains(Role.SUPERVISOR)
            || roles.contains(Role.WORKER);
    return mayTake && isOfEscalations(act) ? new Permit(Basis.ROLE) : NOT_ALLOWED;
  }

  private static boolean isOfEscalations(Act act) {
    return switch (act) {
      case READ_ESCALATION, ACKNOWLEDGE, PASS_ON, PAGE_EVERYONE, ENGAGE -> true;
      default -> false;
    };
  }
}
