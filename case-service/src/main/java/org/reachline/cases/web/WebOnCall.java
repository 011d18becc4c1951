package org.reachline.cases.web;

import java.time.Instant;
import java.util.List;
import org.reachline.cases.view.WebPeople;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.OnCallNow;

/**
 * Who is on call, as far as this service can know: the first of the staff file who has that role
 * and a phone. The order of paging is the notifier's and not known here, so no end is given.
 */
final class WebOnCall implements OnCallNow {
  private final StaffDirectory staff;

  WebOnCall(StaffDirectory staff) {
    this.staff = staff;
  }

  @Override
  public Duty now(Scope scope, Instant now) {
    List<Member> members = staff.members(scope.agency());
    return members.stream()
        .filter(member -> member.roles().contains(Role.ON_CALL) && member.hasPhone())
        .findFirst()
        .map(member -> new Duty(WebPeople.brief(member.name()), ""))
        .orElse(Duty.NOBODY);
  }
}
