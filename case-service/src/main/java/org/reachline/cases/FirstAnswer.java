package org.reachline.cases;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.FirstAnswers;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Times;
import org.reachline.cases.store.CaseStore;
import org.reachline.trust.Scope;

/**
 * Puts the automatic answer to a crisis into its case, when its time has come. The place of its
 * message is written first; the case is for the caller to write.
 */
final class FirstAnswer {
  private final CaseStore store;
  private final Writing writing;
  private final InstantSource clock;

  FirstAnswer(CaseStore store, Writing writing, InstantSource clock) {
    this.store = store;
    this.writing = writing;
    this.clock = clock;
  }

  /** The case with whatever answer is ready; the same where none is. */
  CaseFile into(Scope scope, CaseFile file) {
    Optional<Crisis> ready = FirstAnswers.ready(file, clock.instant());
    return ready.map(crisis -> answered(scope, file, crisis)).orElse(file);
  }

  private CaseFile answered(Scope scope, CaseFile file, Crisis crisis) {
    Ledger known = store.ledgers().one(scope, crisis.conversationId());
    Ledger ledger = known == null ? Ledger.empty(crisis.conversationId()) : known;
    CaseFile next = FirstAnswers.answered(file, crisis, ledger, Times.millis(clock.instant()));
    boolean says = next.log().seq() > file.log().seq();
    String message = FirstAnswers.messageOf(crisis).value();
    boolean placed = !says || writing.placed(scope, List.of(Placed.at(message, file.id())));
    return placed ? next : file;
  }
}
