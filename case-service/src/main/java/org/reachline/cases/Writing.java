package org.reachline.cases;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Watch;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.Shelf;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.MessageId;
import org.reachline.trust.Scope;

/**
 * The order in which a batch is written, one round trip per collection. Each step alone is harmless
 * if the next never comes: the batch comes again and finds it done.
 */
final class Writing {
  private final CaseStore store;
  private final CaseMetrics metrics;
  private final FirstAnswer answers;

  Writing(CaseStore store, CaseMetrics metrics, InstantSource clock) {
    this.store = store;
    this.metrics = metrics;
    this.answers = new FirstAnswer(store, this, clock);
  }

  /** The case with the automatic answer to a crisis of it, if its time has come. */
  CaseFile answering(Scope scope, CaseFile file) {
    return answers.into(scope, file);
  }

  /**
   * Writes everything the desk changed; false if somebody was first and it must be decided anew.
   */
  boolean save(Scope scope, Desk desk, List<Page> pages) {
    return none(store.conversations(), scope, desk.newConversations())
        && none(store.clients(), scope, desk.changedClients())
        && none(store.ledgers(), scope, desk.changedLedgers())
        && placed(scope, desk.newPlaces())
        && none(store.pages(), scope, pages)
        && files(scope, watched(scope, desk));
  }

  /** Writes cases, sealing what has become too long first. */
  boolean files(Scope scope, List<CaseFile> changed) {
    List<CaseFile> next = new ArrayList<>();
    for (CaseFile file : changed) {
      CaseFile shorter = file;
      while (Page.due(shorter)) {
        if (!sealed(scope, Page.next(shorter))) {
          return false;
        }
        shorter = Page.without(shorter);
        metrics.sealedPage();
      }
      next.add(shorter);
    }
    return none(store.files(), scope, next);
  }

  private static <K, T> boolean none(Shelf<K, T> shelf, Scope scope, Collection<T> documents) {
    return documents.isEmpty() || shelf.write(scope, documents).isEmpty();
  }

  /** Places are decided once: one that exists already must say the same. */
  boolean placed(Scope scope, List<Placed> places) {
    if (places.isEmpty()) {
      return true;
    }
    Set<String> there = store.placed().write(scope, places);
    if (there.isEmpty()) {
      return true;
    }
    Map<String, Placed> before = store.placed().read(scope, there);
    return places.stream()
        .filter(place -> there.contains(place.id()))
        .allMatch(place -> agrees(place, before.get(place.id())));
  }

  private static boolean agrees(Placed ours, @Nullable Placed theirs) {
    return theirs != null && theirs.caseId().equals(ours.caseId()) && theirs.page() == 0;
  }

  /**
   * Adds what the topics already told of crises in these cases. Places are written before this
   * read, and whoever takes such news writes it before reading places: one of the two sees the
   * other.
   */
  private List<CaseFile> watched(Scope scope, Desk desk) {
    List<CrisisId> ids = desk.messages().stream().map(Derived::crisis).toList();
    Map<CrisisId, Watch> watches = ids.isEmpty() ? Map.of() : store.watches().read(scope, ids);
    for (CaseFile file : desk.touchedFiles()) {
      CaseFile next = file;
      for (Watch watch : watches.values()) {
        next = desk.holds(file, watch) ? Alarms.apply(next, watch) : next;
      }
      desk.put(answering(scope, next));
    }
    return desk.changedFiles();
  }

  private boolean sealed(Scope scope, Page page) {
    Set<String> there = store.pages().write(scope, List.of(page));
    if (!there.isEmpty() && !forwarded(scope, page)) {
      return false;
    }
    List<String> ids = page.messages().stream().map(MessageId::value).toList();
    List<Placed> moved =
        store.placed().read(scope, ids).values().stream()
            .filter(place -> place.page() == 0)
            .map(place -> place.sealedInto(page.number()))
            .toList();
    return none(store.placed(), scope, moved);
  }

  /** The page was written by one who did not finish: what is newer here is added to it. */
  private boolean forwarded(Scope scope, Page page) {
    Page before = store.pages().one(scope, page.id());
    if (before == null) {
      return false;
    }
    Page merged = before.forward(page);
    return merged.equals(before) || none(store.pages(), scope, List.of(merged));
  }
}
