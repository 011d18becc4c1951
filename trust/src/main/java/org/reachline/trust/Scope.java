package org.reachline.trust;

import static java.util.Objects.requireNonNull;

import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.Event;

/**
 * Which agency, and who: the first parameter of everything that touches data. There is no public
 * constructor; a scope comes from an opened session, a verified page code, a verified webhook line
 * or a decoded event, and from nothing else.
 */
public final class Scope {
  private final AgencyId agency;
  private final Actor actor;

  private Scope(AgencyId agency, Actor actor) {
    this.agency = requireNonNull(agency, "agency");
    this.actor = requireNonNull(actor, "actor");
  }

  /** The scope of a decoded event, whose ids have been checked to name one agency. */
  public static Scope ofEvent(Event event, String service) {
    return new Scope(event.agency(), new Actor.Service(service));
  }

  /** The scope of a request to a configured line. */
  public static Scope ofLine(LineId line, String service) {
    return new Scope(line.agency(), new Actor.Service(service));
  }

  /** The scope of an opened session. Only the session filter calls this. */
  public static Scope ofSession(Actor.Staff staff) {
    return new Scope(staff.id().agency(), staff);
  }

  /** The scope of somebody who proved to have received a page. */
  public static Scope ofPage(StaffId paged) {
    return new Scope(paged.agency(), new Actor.Paged(paged));
  }

  /**
   * The scope for work a sweeper found: it knows ids and agencies only, and comes back in through
   * here.
   */
  public static Scope ofSweep(AgencyId agency, String service) {
    return new Scope(agency, new Actor.Service(service));
  }

  public AgencyId agency() {
    return agency;
  }

  public Actor actor() {
    return actor;
  }

  @Override
  public String toString() {
    return "Scope[" + agency + ", " + actor + "]";
  }
}
