package org.reachline.trust.web;

import org.reachline.trust.staff.Member;

/** What a session cookie turned out to be. */
public sealed interface OpenedSession {
  /** A session that counts, of somebody who still works here. */
  record Live(Session session, Member member) implements OpenedSession {}

  /** One that does not. */
  record Ended(Reason reason) implements OpenedSession {}

  /** Why a session does not count. */
  enum Reason {
    /** Altered, moved, or sealed by keys we do not hold. */
    UNREADABLE,
    /** Unused for too long. */
    IDLE,
    /** Too long since sign-in. */
    TOO_OLD,
    /** Signed out, or ended for them. */
    REVOKED,
    /** Nobody of that id works here. */
    UNKNOWN_STAFF
  }
}
