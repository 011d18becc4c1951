package org.reachline.cases.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reachline.cases.core.Crisis.Answer;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.personal.MessageText;

/**
 * The one automatic answer to a crisis: at most one an episode and in six hours, none through a
 * STOP, none to a phone somebody else may hold, none where a person was quicker. It says that staff
 * were told only once somebody is being paged; where nobody is after a minute, it says so. Pure.
 */
public final class FirstAnswers {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration APART = Duration.ofHours(6);

  private FirstAnswers() {}

  /** When one that is still to come must be decided on. */
  public static Optional<Instant> due(CaseFile file) {
    return file.episodes()
        .filter(FirstAnswers::due)
        .map(crisis -> crisis.raisedAt().plus(PATIENCE))
        .min(Comparator.naturalOrder());
  }

  private static boolean due(Crisis crisis) {
    return crisis.open() && crisis.answer() == Answer.DUE;
  }

  /** The crisis that can be answered now. */
  public static Optional<Crisis> ready(CaseFile file, Instant now) {
    return file.episodes()
        .filter(FirstAnswers::due)
        .filter(crisis -> told(crisis) || !now.isBefore(crisis.raisedAt().plus(PATIENCE)))
        .findFirst();
  }

  /** The alert is out and there is somebody it goes to. */
  private static boolean told(Crisis crisis) {
    return !crisis.duty().paged().isEmpty() || !crisis.duty().holder().isEmpty();
  }

  /** The message the answer to a crisis becomes, however often it is decided. */
  public static MessageId messageOf(Crisis crisis) {
    return Derived.message(crisis.raisedBy(), "crisis");
  }

  /** The case with the answer to a crisis of it, or with the reason why there is none. */
  public static CaseFile answered(CaseFile file, Crisis crisis, Ledger ledger, Instant now) {
    Answer answer = decide(file, crisis, ledger);
    CaseFile noted = file.answering(crisis.id(), answer);
    return answer == Answer.SENT ? noted.append(now, sent(file, crisis, ledger)) : noted;
  }

  private static Answer decide(CaseFile file, Crisis crisis, Ledger ledger) {
    if (Unsafe.phone(file)) {
      return Answer.WITHHELD;
    }
    boolean needless =
        ledger.stopped() || answeredByPerson(file, crisis) || answeredLately(file, crisis);
    return needless ? Answer.NEEDLESS : Answer.SENT;
  }

  private static boolean answeredByPerson(CaseFile file, Crisis crisis) {
    return file.log().tail().stream()
        .anyMatch(
            entry ->
                entry.body() instanceof Entry.Sent sent
                    && sent.author() == Author.WORKER
                    && entry.at().isAfter(crisis.acceptedAt()));
  }

  private static boolean answeredLately(CaseFile file, Crisis crisis) {
    return file.crises().stream()
        .filter(other -> other.answer() == Answer.SENT)
        .anyMatch(other -> other.raisedAt().plus(APART).isAfter(crisis.raisedAt()));
  }

  private static Entry.Sent sent(CaseFile file, Crisis crisis, Ledger ledger) {
    Optional<Entry.Received> last = last(file, crisis.conversationId());
    LineId line = last.map(Entry.Received::line).orElse(file.opening().line());
    return new Entry.Sent(
        messageOf(crisis),
        crisis.conversationId(),
        line,
        last.map(Entry.Received::channel).orElse("sms"),
        Purpose.SERVICE,
        Author.AUTOMATION,
        Set.of(),
        new Content.Clear<>(text(file, crisis)),
        ledger.seq(),
        Delivery.SENDING);
  }

  private static MessageText text(CaseFile file, Crisis crisis) {
    String own = crisis.language();
    String language = own.equals(Tongue.UNKNOWN) ? file.work().language() : own;
    return told(crisis) ? AutoReplies.told(language) : AutoReplies.unstaffed(language);
  }

  private static Optional<Entry.Received> last(CaseFile file, ConversationId from) {
    List<Entry> tail = file.log().tail();
    return tail.reversed().stream()
        .map(Entry::body)
        .filter(Entry.Received.class::isInstance)
        .map(Entry.Received.class::cast)
        .filter(received -> received.conversationId().equals(from))
        .findFirst();
  }
}
