package org.reachline.trust.staff;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Set;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.Actor;
import org.reachline.trust.Role;

/**
 * One person on the staff of an agency.
 *
 * @param language en or es
 * @param phone where they are paged, such as {@code tel:+15550100111}; empty if they have none
 */
public record Member(StaffId id, PersonName name, Set<Role> roles, String language, Address phone) {
  public Member {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    roles = Set.copyOf(roles);
    requireNonNull(language, "language");
    requireNonNull(phone, "phone");
  }

  /** The agency they work for. */
  public AgencyId agency() {
    return id.agency();
  }

  /** First letters of the first and the last part of the name. */
  public String initials() {
    String[] parts = name.reveal().strip().split("\\s+", -1);
    String last = parts.length > 1 ? initial(parts[parts.length - 1]) : "";
    return (initial(parts[0]) + last).toUpperCase(Locale.ROOT);
  }

  /** Whether they can be called or texted. */
  public boolean hasPhone() {
    return !phone.isEmpty();
  }

  /** Them, as somebody who acts. */
  public Actor.Staff actor() {
    return new Actor.Staff(id, roles);
  }

  private static String initial(String part) {
    return part.isEmpty() ? "" : Character.toString(part.codePointAt(0));
  }
}
