package org.reachline.cases.store;

import java.time.Instant;
import java.util.List;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Client;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Watch;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;

/** Where cases are kept: seven collections by id, and two named reads by range. */
public interface CaseStore {
  Shelf<ConversationId, Conversation> conversations();

  Shelf<ClientId, Client> clients();

  Shelf<ConversationId, Ledger> ledgers();

  Shelf<String, Placed> placed();

  Shelf<String, Page> pages();

  Shelf<CaseId, CaseFile> files();

  Shelf<CrisisId, Watch> watches();

  /** Open cases of one view, the most urgent first. */
  List<CaseFile> queue(Scope scope, Slice slice);

  /** Cases whose outbox has held something since before a time. */
  List<CaseFile> unsent(Scope scope, Instant before, int limit);

  /** The views of the queue. */
  enum View {
    MINE,
    UNASSIGNED,
    TEAM,
    WAITING,
    CRISES,
    UNASSESSED
  }

  /**
   * Part of a view.
   *
   * @param me whose work {@link View#MINE} is
   * @param after the rank to go on after, empty for the first part
   */
  record Slice(View view, StaffId me, String after, int limit) {}
}
