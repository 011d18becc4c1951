package org.reachline.trust.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * What the frame of every staff page shows: who is signed in, who is on call, how many crises wait.
 *
 * @param roles worker supervisor oncall admin auditor operator
 * @param onCallName who is on call, or empty
 * @param onCallUntil until when, as the page shows it, or empty
 * @param crisesNotTaken the one red number
 * @param lang en or es
 * @param zone of the agency; pages show times in it
 * @param path of this page, for the switch of language
 * @param live address of the page's event stream, or empty
 */
public record Shell(
    String agencyName,
    String staffName,
    String staffInitials,
    Set<String> roles,
    String onCallName,
    String onCallUntil,
    int crisesNotTaken,
    String lang,
    ZoneId zone,
    Instant now,
    String path,
    String csrfToken,
    String live) {
  public Shell {
    roles = Set.copyOf(roles);
  }

  /** The same with an event stream. */
  public Shell withLive(String url) {
    return new Shell(
        agencyName,
        staffName,
        staffInitials,
        roles,
        onCallName,
        onCallUntil,
        crisesNotTaken,
        lang,
        zone,
        now,
        path,
        csrfToken,
        url);
  }

  /** Prints no name: model attributes end up in debug logs. */
  @Override
  public String toString() {
    return "Shell[" + path + "]";
  }
}
