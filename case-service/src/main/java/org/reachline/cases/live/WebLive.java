package org.reachline.cases.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reachline.cases.core.CaseFile;
import org.reachline.contracts.AgencyId;

/**
 * Tells the viewers of this node what changed, after it was written. It hears of every case that
 * this node writes or reads; of what other nodes write it hears through {@link WebNews}. Safe for
 * any thread; never blocks, never fails.
 */
public final class WebLive {
  private final String run;
  private final Map<AgencyId, WebBoard> boards = new ConcurrentHashMap<>();

  /**
   * @param run tells this run of the process from others: positions of another run mean nothing
   */
  public WebLive(String run) {
    this.run = run;
  }

  /** A case as it was read. */
  void read(CaseFile file) {
    board(file.id().agency()).read(file.id(), WebTrace.of(file, file.v()));
  }

  /** A case as it was written; writing made its version one more. */
  void wrote(CaseFile file) {
    board(file.id().agency()).wrote(file.id(), WebTrace.of(file, file.v() + 1));
  }

  /** A case that another node may have written. */
  void met(CaseFile file) {
    board(file.id().agency()).wrote(file.id(), WebTrace.of(file, file.v()));
  }

  /** Whether anybody of an agency looks at pages of this node. */
  boolean watched(AgencyId agency) {
    return board(agency).viewers() > 0;
  }

  /** Where a page that is made now stands among the changes. */
  public String position(AgencyId agency) {
    return run + "." + board(agency).newest();
  }

  /** The position behind one change. */
  public String position(WebChange change) {
    return run + "." + change.no();
  }

  /** The number behind a position, or -1 where it is none of this run. */
  public long number(String position) {
    boolean ours = position.startsWith(run + ".");
    String digits = ours ? position.substring(run.length() + 1) : "";
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
  }

  public WebBoard board(AgencyId agency) {
    return boards.computeIfAbsent(agency, _ -> new WebBoard());
  }
}
