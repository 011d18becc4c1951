package org.reachline.trust.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.StaffId;
import org.reachline.trust.keys.Opened;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.OpenedSession.Ended;
import org.reachline.trust.web.OpenedSession.Live;
import org.reachline.trust.web.OpenedSession.Reason;
import org.springframework.http.ResponseCookie;

/**
 * The session of a staff member: one sealed cookie, {@code <agency>~<sealed>}, which every service
 * opens by itself and none stores. Ends after half an hour without use, and after twelve hours in
 * any case. Safe for any thread.
 */
public final class Sessions {
  static final Duration LONGEST = Duration.ofHours(12);
  static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration RENEW_AFTER = Duration.ofMinutes(1);
  private static final Place PLACE = new Place("session", "cookie", "sealed");

  private final Sealing sealing;
  private final StaffDirectory staff;
  private final Revocations revocations;
  private final boolean secure;

  /**
   * @param secure whether the cookie is for HTTPS (and loopback) only, as it should be
   */
  public Sessions(Sealing sealing, StaffDirectory staff, Revocations revocations, boolean secure) {
    this.sealing = sealing;
    this.staff = staff;
    this.revocations = revocations;
    this.secure = secure;
  }

  /** The cookie's name; browsers accept the prefix on secure cookies of this very host only. */
  public String cookieName() {
    return secure ? "__Host-reachline" : "reachline";
  }

  /** A new session, with a new id, on an own device. */
  public ResponseCookie issue(StaffId who, Instant now) {
    return issue(who, false, now);
  }

  /**
   * A new session, with a new id.
   *
   * @param shared whether others use the device
   */
  public ResponseCookie issue(StaffId who, boolean shared, Instant now) {
    Member member = Objects.requireNonNull(staff.member(who), "nobody of this id on the staff");
    return cookie(new Session(SessionId.fresh(), who, now, now, member.language(), shared), now);
  }

  /** What the value of a cookie is worth now. Never throws on bad input. */
  public OpenedSession open(String cookieValue, Instant now) {
    return switch (unseal(cookieValue)) {
      case Opened.Content<Session>(var session) -> judge(session, now);
      case Opened.Unreadable<Session> _ -> new Ended(Reason.UNREADABLE);
    };
  }

  /** The same session, used just now. */
  public ResponseCookie renew(Session session, Instant now) {
    return cookie(session.usedAt(now), now);
  }

  /** The cookie that removes the cookie. */
  public ResponseCookie ended() {
    return shape("").maxAge(0).build();
  }

  /** Ends a session in this process, whoever has kept a copy of the cookie. */
  public void revoke(Session session) {
    revocations.revoke(session);
  }

  /**
   * Whether a stream opened in a session may go on. A stream is no use of the session and does not
   * see its renewals, so only what ends every session ends it here.
   */
  public boolean mayGoOn(Session session, Instant now) {
    return isYoung(session, now)
        && !revocations.isRevoked(session)
        && staff.member(session.staff()) != null;
  }

  /** Whether it is time for a new cookie; not on every request, they are many. */
  boolean isDueForRenewal(Session session, Instant now) {
    return !now.isBefore(session.lastUsed().plus(RENEW_AFTER));
  }

  private OpenedSession judge(Session session, Instant now) {
    if (!isYoung(session, now)) {
      return new Ended(Reason.TOO_OLD);
    }
    if (!now.isBefore(session.lastUsed().plus(IDLE))) {
      return new Ended(Reason.IDLE);
    }
    if (revocations.isRevoked(session)) {
      return new Ended(Reason.REVOKED);
    }
    Member member = staff.member(session.staff());
    return member == null ? new Ended(Reason.UNKNOWN_STAFF) : new Live(session, member);
  }

  private static boolean isYoung(Session session, Instant now) {
    return now.isBefore(session.issued().plus(LONGEST));
  }

  private Opened<Session> unseal(String value) {
    int tilde = value.indexOf('~');
    if (tilde < 0) {
      return new Opened.Unreadable<>();
    }
    try {
      AgencyId agency = new AgencyId(value.substring(0, tilde));
      Sealed sealed = new Sealed(value.substring(tilde + 1));
      Opened<Session> opened = sealing.open(agency, Purpose.SESSION, PLACE, sealed, Session.class);
      return isOf(agency, opened) ? opened : new Opened.Unreadable<>();
    } catch (IllegalArgumentException noAgency) {
      return new Opened.Unreadable<>();
    }
  }

  private static boolean isOf(AgencyId agency, Opened<Session> opened) {
    return opened instanceof Opened.Content<Session>(var session)
        && session.staff().agency().equals(agency);
  }

  private ResponseCookie cookie(Session session, Instant now) {
    AgencyId agency = session.staff().agency();
    Sealed sealed = sealing.seal(agency, Purpose.SESSION, PLACE, session);
    Duration left = Duration.between(now, session.issued().plus(LONGEST));
    return shape(agency + "~" + sealed.box())
        .maxAge(session.shared() ? Duration.ofSeconds(-1) : left)
        .build();
  }

  private ResponseCookie.ResponseCookieBuilder shape(String value) {
    return ResponseCookie.from(cookieName(), value)
        .secure(secure)
        .httpOnly(true)
        .sameSite("Lax")
        .path("/");
  }
}
