package org.reachline.trust.web;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reachline.contracts.StaffId;

/**
 * Sessions that ended before their time, in this process. An entry is kept as long as the session
 * could have lived. Safe for any thread.
 */
public final class Revocations {
  private final Map<SessionId, Instant> sessions = new ConcurrentHashMap<>();
  private final Map<StaffId, Instant> staff = new ConcurrentHashMap<>();

  /** Ends one session. */
  public void revoke(Session session) {
    Instant forgotten = session.lastUsed().minus(Sessions.LONGEST);
    sessions.values().removeIf(issued -> issued.isBefore(forgotten));
    sessions.put(session.id(), session.issued());
  }

  /** Ends every session somebody began up to {@code at}. */
  public void revokeAll(StaffId member, Instant at) {
    staff.merge(member, at, (a, b) -> a.isAfter(b) ? a : b);
  }

  boolean isRevoked(Session session) {
    Instant all = staff.get(session.staff());
    return sessions.containsKey(session.id()) || (all != null && !session.issued().isAfter(all));
  }
}
