package org.reachline.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Commands;
import org.reachline.cases.core.Conversation;
import org.reachline.cases.core.Ledger;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.core.Times;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.MessageId;
import org.reachline.trust.Scope;

/**
 * Does what a person asked for: decided on the stored case, written by compare-and-set together
 * with its outbox row, published right after. A crash in between leaves the row to the sweeper.
 */
public final class CommandFlow {
  private static final int ATTEMPTS = 6;
  private final CaseStore store;
  private final Writing writing;
  private final Relay relay;
  private final CaseMetrics metrics;
  private final InstantSource clock;

  CommandFlow(CaseStore store, Relay relay, CaseMetrics metrics, InstantSource clock) {
    this.store = store;
    this.writing = new Writing(store, metrics, clock);
    this.relay = relay;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Does a command on a case the caller may act on; null if there is no such case. */
  public @Nullable Verdict execute(Scope scope, CaseId id, Command command) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      CaseFile file = store.files().one(scope, id);
      if (file == null) {
        return null;
      }
      Verdict verdict = decide(scope, relay.trimmed(file), command);
      if (!(verdict instanceof Verdict.Do(var next))) {
        return settled(scope, verdict);
      }
      if (announced(scope, next, command)) {
        metrics.command(command, "done");
        return verdict;
      }
      metrics.conflict();
    }
    CaseFile now = store.files().one(scope, id);
    return now == null ? null : new Verdict.Refused(Refusal.BUSY, now);
  }

  private Verdict decide(Scope scope, CaseFile file, Command command) {
    Instant now = Times.millis(clock.instant());
    return switch (command) {
      case Command.Reply reply -> reply(scope, file, reply, now);
      case Command.Assign assign -> Commands.assign(file, assign, now);
      case Command.Close close -> Commands.close(file, close, now);
      case Command.Dispose dispose -> Commands.dispose(file, dispose, now);
    };
  }

  private Verdict reply(Scope scope, CaseFile file, Command.Reply reply, Instant now) {
    Conversation known = store.conversations().one(scope, reply.conversation());
    if (known == null || !known.owner().equals(file.opening().client())) {
      return new Verdict.Refused(Refusal.NEWER, file);
    }
    MessageId message = Commands.messageOf(reply);
    Placed place = store.placed().one(scope, message.value());
    if (place != null && place.page() > 0) {
      return new Verdict.Already(file);
    }
    Ledger ledger = store.ledgers().one(scope, reply.conversation());
    return Commands.reply(
        file, known, ledger == null ? Ledger.empty(known.id()) : ledger, reply, now);
  }

  /** A repeated command also sends what its first time may have left in the outbox. */
  private Verdict settled(Scope scope, Verdict verdict) {
    switch (verdict) {
      case Verdict.Already(var file) -> relay.publish(scope, List.of(file));
      case Verdict.Refused(var why, _) -> metrics.refused(why);
      case Verdict.Do _ -> {}
    }
    return verdict;
  }

  private boolean announced(Scope scope, CaseFile next, Command command) {
    if (command instanceof Command.Reply reply) {
      MessageId message = Commands.messageOf(reply);
      if (!writing.placed(scope, List.of(Placed.at(message.value(), next.id())))) {
        return false;
      }
    }
    if (!writing.files(scope, List.of(next))) {
      return false;
    }
    relay.publish(scope, List.of(next));
    return true;
  }
}
