package org.reachline.notifier.dispatch;

import org.reachline.contracts.MessageId;
import org.reachline.notifier.TryAgain;

/** So many writers at once that none of ours came through. */
public final class Contended extends TryAgain {
  private static final long serialVersionUID = 1L;

  Contended(MessageId id) {
    super("could not be changed now: " + id);
  }
}
