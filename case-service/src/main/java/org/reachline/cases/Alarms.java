package org.reachline.cases;

import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Row;
import org.reachline.cases.core.Stage;
import org.reachline.cases.core.Watch;

/** How news of a crisis enters its case. */
final class Alarms {
  private Alarms() {}

  /** The case with this news, which is about a message of it. */
  static CaseFile apply(CaseFile file, Watch watch) {
    CaseFile next = file;
    for (Crisis raised : watch.raised()) {
      next = raised(next, raised);
    }
    return duty(next, watch);
  }

  /**
   * A crisis ended on the duty phone is told as ended by the write that ends it here, so once; one
   * that was ended here stays as it is.
   */
  private static CaseFile duty(CaseFile file, Watch watch) {
    boolean ends =
        watch.duty().status() == Duty.Status.CLOSED
            && file.crises().stream().anyMatch(c -> c.id().equals(watch.id()) && c.open());
    CaseFile next = file.duty(watch.id(), watch.duty());
    return ends ? next.row(no -> new Row.Disposed(no, watch.id())) : next;
  }

  private static CaseFile raised(CaseFile file, Crisis raised) {
    CaseFile awake =
        file.closed() && !file.knows(raised)
            ? file.at(new Stage.Open())
                .append(raised.raisedAt(), new Entry.Reopened(raised.raisedBy()))
            : file;
    return awake.raise(raised);
  }
}
