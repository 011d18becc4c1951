package org.reachline.cases.view;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.staff.Member;

/** What people are called on pages: first name and initial. */
public final class WebPeople {
  private final Map<StaffId, Member> staff = new HashMap<>();

  public WebPeople(List<Member> members) {
    members.forEach(member -> staff.put(member.id(), member));
  }

  /** A colleague's short name; empty for one who has left. */
  public String name(StaffId id) {
    Member member = staff.get(id);
    return member == null ? "" : brief(member.name()).reveal();
  }

  String initials(StaffId id) {
    Member member = staff.get(id);
    return member == null ? "" : member.initials();
  }

  /** First name and initial of the last one. */
  public static PersonName brief(PersonName name) {
    String[] parts = parts(name);
    return new PersonName(
        parts.length == 1 ? parts[0] : parts[0] + " " + initial(parts[parts.length - 1]) + ".");
  }

  /** The first name. */
  static String first(PersonName name) {
    return parts(name)[0];
  }

  /** First letters of the first and the last name; a question mark for nobody. */
  static String initials(PersonName name) {
    String[] parts = parts(name);
    String last = parts.length == 1 ? "" : initial(parts[parts.length - 1]);
    String both = (initial(parts[0]) + last).toUpperCase(Locale.ROOT);
    return both.isEmpty() ? "?" : both;
  }

  private static String[] parts(PersonName name) {
    return name.reveal().strip().split("\\s+", -1);
  }

  private static String initial(String part) {
    return part.isEmpty() ? "" : Character.toString(part.codePointAt(0));
  }
}
