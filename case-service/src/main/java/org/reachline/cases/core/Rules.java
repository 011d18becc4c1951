package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.cases.core.Situation.Filed;
import org.reachline.cases.core.Situation.Known;
import org.reachline.cases.core.Situation.Stranger;
import org.reachline.contracts.Derived;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.InboundEvent;

/**
 * What an inbound event means: whose it is, which case it stands in, what it says about consent and
 * danger. Pure and total; deciding the same event again changes nothing.
 */
public final class Rules {
  private final Policy policy;

  /**
   * What an agency chooses.
   *
   * @param reopenWithin how long after its end a message opens a case again
   */
  public record Policy(String programme, String queue, Duration reopenWithin) {
    public Policy {
      requireNonNull(programme, "programme");
      requireNonNull(queue, "queue");
      requireNonNull(reopenWithin, "reopenWithin");
    }
  }

  public Rules(Policy policy) {
    this.policy = policy;
  }

  /** The programme cases are opened in. */
  public String programme() {
    return policy.programme();
  }

  /** The situation after the event. */
  public Situation decide(Situation before, Fact fact, Instant now) {
    return switch (fact) {
      case Fact.Arrived arrived -> arrived(before, arrived, Times.millis(now));
      case Fact.Edited edited -> edited(before, edited, Times.millis(now));
      case Fact.Deleted deleted -> deleted(before, deleted);
      case Fact.Signalled signalled -> signalled(before, signalled);
    };
  }

  private Situation arrived(Situation before, Fact.Arrived fact, Instant now) {
    Filed filed = filed(before, fact);
    if (filed.file().holds(fact.id())) {
      return filed;
    }
    Filed recorded = filed.with(record(reopened(filed.file(), fact), fact, now));
    return switch (ConsentRules.read(fact.content().text().reveal())) {
      case ConsentRules.Silent _ -> recorded;
      case ConsentRules.Said said -> Consents.said(recorded, said, fact);
      case ConsentRules.Doubtful doubt -> Consents.doubted(recorded, doubt, fact);
    };
  }

  /** The case the message stands in: the one decided before, the open one, or a new one. */
  private Filed filed(Situation before, Fact.Arrived fact) {
    return switch (before) {
      case Stranger(var ledger) -> {
        Conversation conversation = conversation(fact);
        yield born(conversation, client(conversation, fact), ledger, fact);
      }
      case Situation.Orphan(var conversation, var ledger) ->
          born(conversation, client(conversation, fact), ledger, fact);
      case Known(var conversation, var client, var ledger) ->
          born(conversation, client, ledger, fact);
      case Filed filed when filed.decided() || !over(filed.file(), fact.at()) -> filed;
      case Filed(var conversation, var client, var ledger, _, _) ->
          born(conversation, reserved(client, fact), ledger, fact);
    };
  }

  private boolean over(CaseFile file, Instant at) {
    return file.work().stage() instanceof Stage.Closed(var closedAt)
        && !at.isBefore(closedAt.plus(policy.reopenWithin()));
  }

  private static Conversation conversation(Fact.Arrived fact) {
    InboundEvent.MessageReceived event = fact.event();
    return new Conversation(
        event.conversationId(),
        new Content.Clear<>(fact.content().from()),
        Conversation.lastTwoOf(fact.content().from()),
        event.channel(),
        event.line(),
        Derived.client(event.conversationId(), event.messageId()),
        fact.at(),
        0);
  }

  private static Client client(Conversation conversation, Fact.Arrived fact) {
    return new Client(
        conversation.owner(), new Content.Clear<>(fact.content().name()), Map.of(), 0);
  }

  private Client reserved(Client client, Fact.Arrived fact) {
    return client.reserving(
        policy.programme(),
        new Client.Reservation(
            Derived.caseOf(fact.id()), fact.id(), fact.event().line(), fact.at()));
  }

  /** A case from the client's reservation, which is made now if there is none. */
  private Filed born(Conversation conversation, Client known, Ledger ledger, Fact.Arrived fact) {
    boolean begun = known.open().containsKey(policy.programme());
    Client client = begun ? known : reserved(known, fact);
    Client.Reservation reservation =
        requireNonNull(client.open().get(policy.programme()), "reservation");
    CaseFile file = opened(conversation, reservation);
    return new Filed(conversation, client, ledger, file, false);
  }

  private CaseFile opened(Conversation conversation, Client.Reservation reservation) {
    CaseFile.Opening opening =
        new CaseFile.Opening(
            conversation.owner(),
            policy.programme(),
            policy.queue(),
            reservation.line(),
            reservation.openedBy(),
            reservation.at());
    Waits waits = new Waits(0, 0, Severity.NONE, false, reservation.at());
    CaseFile empty =
        new CaseFile(
            reservation.caseId(),
            opening,
            new CaseFile.Work(new Stage.Open(), Set.of(), waits, Tongue.UNKNOWN),
            List.of(),
            new CaseFile.Log(List.of(), 0, 0),
            new CaseFile.Outbox(0, List.of(), List.of()),
            0);
    return empty.append(
        reservation.at(), new Entry.Opened(reservation.line(), reservation.openedBy()));
  }

  private static CaseFile reopened(CaseFile file, Fact fact) {
    return file.closed()
        ? file.at(new Stage.Open()).append(fact.at(), new Entry.Reopened(fact.id()))
        : file;
  }

  private static CaseFile record(CaseFile file, Fact.Arrived fact, Instant now) {
    InboundEvent.MessageReceived event = fact.event();
    Entry.Received received =
        new Entry.Received(
            event.messageId(),
            event.conversationId(),
            event.line(),
            event.channel(),
            event.kind(),
            new Content.Clear<>(fact.content()),
            fact.risk(),
            List.of());
    CaseFile next = file.append(fact.at(), received).at(new Stage.Open());
    Waits waits = next.work().waits().wrote(next.log().seq(), fact.risk().severity(), fact.at());
    String tongue = Tongue.of(fact.content().text().reveal());
    CaseFile counted = next.with(waits);
    CaseFile speaking = tongue.equals(Tongue.UNKNOWN) ? counted : counted.speaking(tongue);
    return raised(speaking, fact.id(), fact, fact.risk(), tongue, now);
  }

  private static CaseFile raised(
      CaseFile file, MessageId message, Fact fact, Risk risk, String language, Instant now) {
    if (!risk.severity().pages()) {
      return file;
    }
    var id = Derived.crisis(message);
    var conversation =
        switch (fact) {
          case Fact.Arrived arrived -> arrived.event().conversationId();
          case Fact.Edited edited -> edited.event().conversationId();
          case Fact.Deleted deleted -> deleted.event().conversationId();
          case Fact.Signalled signalled -> signalled.event().conversationId();
        };
    return file.raise(
        new Crisis(
            id,
            id,
            conversation,
            message,
            risk.category(),
            risk.severity(),
            risk.why(),
            language,
            Crisis.Answer.DUE,
            fact.at(),
            now,
            Duty.none(now)));
  }

  /** The first words stay; new words are read like a message and may only make it more urgent. */
  private static Situation edited(Situation before, Fact.Edited fact, Instant now) {
    if (!(before instanceof Filed filed)) {
      return before;
    }
    MessageId target = fact.event().edited();
    CaseFile marked =
        filed
            .file()
            .change(
                entry -> entry.is(target),
                body -> body instanceof Entry.Received r ? r.changed(fact.change()) : body);
    if (!fact.risk().severity().pages()) {
      return filed.with(marked.with(marked.work().waits().raisedTo(fact.risk().severity())));
    }
    CaseFile awake = reopened(marked, fact);
    CaseFile urgent = awake.with(awake.work().waits().raisedTo(fact.risk().severity()));
    return filed.with(
        raised(
            urgent, fact.id(), fact, fact.risk(), Tongue.of(fact.content().text().reveal()), now));
  }

  private static Situation deleted(Situation before, Fact.Deleted fact) {
    if (!(before instanceof Filed filed)) {
      return before;
    }
    MessageId target = fact.event().deleted();
    return filed.with(
        filed
            .file()
            .change(
                entry -> entry.is(target),
                body -> body instanceof Entry.Received r ? r.changed(fact.change()) : body));
  }

  private static Situation signalled(Situation before, Fact.Signalled fact) {
    return Consents.signalled(before, fact);
  }
}
