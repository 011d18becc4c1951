package org.reachline.notifier.oncall;

import org.reachline.notifier.TryAgain;

/** So many writers at once that none of ours came through, or the thing is gone. Try again. */
public final class Contended extends TryAgain {
  private static final long serialVersionUID = 1L;

  Contended(String id) {
    super("could not be changed now: " + id);
  }
}
