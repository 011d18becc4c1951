package org.reachline.cases.core;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.CrisisEvent.CrisisDisposed;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/** What a command does to a case, or why not. Pure and total. */
public final class Commands {
  public static final Set<String> REASONS =
      Set.of("resolved", "referred", "moved", "no_contact", "client_asked", "duplicate", "other");
  public static final Set<String> OUTCOMES =
      Set.of("housed", "sheltered", "connected", "no_change", "unknown", "other");

  private static final int LONGEST = 1600;

  private Commands() {}

  /** Decides one command; {@code known} is the conversation a reply goes to, with its ledger. */
  public static Verdict reply(
      CaseFile file, Conversation known, Ledger ledger, Command.Reply command, Instant now) {
    if (file.did(command.id()) || file.holds(messageOf(command))) {
      return new Verdict.Already(file);
    }
    String text = command.text().reveal();
    if (text.isBlank()) {
      return new Verdict.Refused(Refusal.EMPTY, file);
    }
    if (text.length() > LONGEST) {
      return new Verdict.Refused(Refusal.TOO_LONG, file);
    }
    if (file.closed()) {
      return new Verdict.Refused(Refusal.CLOSED, file);
    }
    if (ledger.stopped()) {
      return new Verdict.Refused(Refusal.OPTED_OUT, file);
    }
    if (mustReadFirst(file, command)) {
      return new Verdict.Refused(Refusal.NEWER, file);
    }
    return new Verdict.Do(replied(file, known, ledger, command, now));
  }

  /** The message a reply becomes: one command, one message. */
  public static MessageId messageOf(Command.Reply command) {
    return Derived.message(command.id());
  }

  private static boolean mustReadFirst(CaseFile file, Command.Reply command) {
    List<Entry> tail = file.log().tail();
    boolean outOfSight = !tail.isEmpty() && command.seenSeq() < tail.getFirst().seq() - 1;
    return outOfSight
        || tail.stream()
            .filter(entry -> entry.seq() > command.seenSeq())
            .anyMatch(entry -> stands(entry, command));
  }

  private static boolean stands(Entry entry, Command.Reply command) {
    return switch (entry.body()) {
      case Entry.Sent sent -> sent.author() == Author.WORKER && !sent.by().contains(command.by());
      case Entry.Consented consented -> consented.signal() == ConsentSignal.STOP;
      case Entry.Received received ->
          received.risk().severity().pages()
              || !received.conversationId().equals(command.conversation());
      default -> false;
    };
  }

  private static CaseFile replied(
      CaseFile file, Conversation known, Ledger ledger, Command.Reply command, Instant now) {
    Entry.Received last = lastFrom(file, known);
    Entry.Sent sent =
        new Entry.Sent(
            messageOf(command),
            known.id(),
            last == null ? known.line() : last.line(),
            last == null ? known.channel() : last.channel(),
            Purpose.SERVICE,
            Author.WORKER,
            Set.of(command.by()),
            new Content.Clear<>(command.text()),
            ledger.seq(),
            Delivery.SENDING);
    CaseFile next = file.append(now, sent).at(new Stage.Waiting());
    return next.with(next.work().waits().answered(next.log().seq(), now)).done(command.id());
  }

  private static Entry.@org.jspecify.annotations.Nullable Received lastFrom(
      CaseFile file, Conversation known) {
    return file.log().tail().reversed().stream()
        .map(Entry::body)
        .filter(Entry.Received.class::isInstance)
        .map(Entry.Received.class::cast)
        .filter(received -> received.conversationId().equals(known.id()))
        .findFirst()
        .orElse(null);
  }

  /** Gives the case to a colleague the caller has checked. */
  public static Verdict assign(CaseFile file, Command.Assign command, Instant now) {
    if (file.did(command.id())) {
      return new Verdict.Already(file);
    }
    if (file.log().seq() != command.expectedSeq()) {
      return new Verdict.Refused(Refusal.STALE, file);
    }
    if (file.work().assignees().equals(Set.of(command.worker()))) {
      return new Verdict.Already(file);
    }
    return new Verdict.Do(
        file.assignedTo(Set.of(command.worker()))
            .append(now, new Entry.Assigned(command.worker(), command.by()))
            .done(command.id()));
  }

  /** Ends the episode, unless somebody is in danger or was not heard. */
  public static Verdict close(CaseFile file, Command.Close command, Instant now) {
    if (file.did(command.id())) {
      return new Verdict.Already(file);
    }
    if (!REASONS.contains(command.reason()) || !OUTCOMES.contains(command.outcome())) {
      return new Verdict.Refused(Refusal.UNKNOWN_CODE, file);
    }
    if (file.closed()) {
      return new Verdict.Refused(Refusal.CLOSED, file);
    }
    if (file.inCrisis()) {
      return new Verdict.Refused(Refusal.IN_CRISIS, file);
    }
    if (file.work().waits().lastInbound() > command.seenSeq()) {
      return new Verdict.Refused(Refusal.UNSEEN, file);
    }
    if (file.log().seq() != command.expectedSeq()) {
      return new Verdict.Refused(Refusal.STALE, file);
    }
    Entry.Closed closed = new Entry.Closed(command.reason(), command.outcome(), command.by());
    return new Verdict.Do(file.append(now, closed).at(new Stage.Closed(now)).done(command.id()));
  }

  /** Ends a crisis and with it the whole episode, in the name of a person. */
  public static Verdict dispose(CaseFile file, Command.Dispose command, Instant now) {
    if (!CrisisDisposed.OUTCOMES.contains(command.outcome())) {
      return new Verdict.Refused(Refusal.UNKNOWN_CODE, file);
    }
    List<CrisisId> episode =
        file.crises().stream()
            .filter(c -> c.open() && inEpisode(file, c, command.crisis()))
            .map(Crisis::id)
            .toList();
    if (file.did(command.id()) || episode.isEmpty()) {
      return new Verdict.Already(file);
    }
    CaseFile next = file;
    for (CrisisId id : episode) {
      next = disposed(next, id, command, now);
    }
    return new Verdict.Do(next.done(command.id()));
  }

  private static boolean inEpisode(CaseFile file, Crisis crisis, CrisisId named) {
    return file.crises().stream()
        .anyMatch(c -> c.id().equals(named) && c.lead().equals(crisis.lead()));
  }

  private static CaseFile disposed(
      CaseFile file, CrisisId id, Command.Dispose command, Instant now) {
    Duty duty =
        file.crises().stream()
            .filter(crisis -> crisis.id().equals(id))
            .map(Crisis::duty)
            .findFirst()
            .orElseThrow();
    return file.duty(id, duty.disposed(command.by(), command.outcome(), now))
        .row(no -> new Row.Disposed(no, id));
  }
}
