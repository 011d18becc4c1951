package org.reachline.notifier.dispatch;

import java.time.Duration;
import org.reachline.contracts.LineId;

/** Whose turn it is on a line: so many at once, and so many in a time. Pages do not ask. */
public interface Turns {
  /** Zero to go now and give back later, else how long to wait before asking again. */
  Duration take(LineId line);

  void giveBack(LineId line);

  /** Nobody ever waits. */
  Turns FREE =
      new Turns() {
        @Override
        public Duration take(LineId line) {
          return Duration.ZERO;
        }

        @Override
        public void giveBack(LineId line) {
          // nothing was taken
        }
      };
}
