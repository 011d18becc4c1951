package org.reachline.trust.web;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.reachline.contracts.StaffId;

/**
 * What the sealed cookie holds.
 *
 * @param issued when they signed in
 * @param lastUsed when they last did something, as far as the cookie was renewed
 * @param language of their pages: en or es
 * @param shared whether others use the device: the cookie goes when the browser closes
 */
public record Session(
    SessionId id,
    StaffId staff,
    Instant issued,
    Instant lastUsed,
    String language,
    boolean shared) {
  public Session {
    requireNonNull(id, "id");
    requireNonNull(staff, "staff");
    requireNonNull(issued, "issued");
    requireNonNull(lastUsed, "lastUsed");
    requireNonNull(language, "language");
  }

  Session usedAt(Instant now) {
    return new Session(id, staff, issued, now, language, shared);
  }
}
