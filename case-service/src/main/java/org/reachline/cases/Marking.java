package org.reachline.cases;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.MessageId;
import org.reachline.trust.Scope;

/** Marks what became of a message that lies in a sealed page; its words stay. */
final class Marking {
  private Marking() {}

  /** The page with the mark, to be written, if the message lies in one and lacks the mark. */
  static Optional<Page> inPage(
      CaseStore store, Scope scope, Placed place, MessageId message, Entry.Change change) {
    if (place.page() == 0) {
      return Optional.empty();
    }
    @Nullable Page page = store.pages().one(scope, Page.idOf(place.caseId(), place.page()));
    return Optional.ofNullable(page)
        .map(found -> marked(found, message, change))
        .filter(marked -> !marked.equals(page));
  }

  private static Page marked(Page page, MessageId message, Entry.Change change) {
    return page.change(
        entry -> entry.is(message),
        body -> body instanceof Entry.Received received ? received.changed(change) : body);
  }
}
