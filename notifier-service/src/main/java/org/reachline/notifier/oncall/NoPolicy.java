package org.reachline.notifier.oncall;

import org.reachline.contracts.AgencyId;

/** A crisis of an agency nobody is on call for: a mistake of configuration, said loudly. */
public final class NoPolicy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoPolicy(AgencyId agency) {
    super("no on-call policy for agency " + agency);
  }
}
