package org.reachline.cases.core;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.reachline.cases.core.Situation.Filed;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/**
 * What a STOP, START or HELP does: a ledger entry, a line in the thread, at most one confirmation.
 * It never touches a crisis.
 */
public final class Consents {
  static final String KEYWORD = "keyword";
  static final String PROVIDER = "provider";

  private Consents() {}

  private record Signal(
      ConsentSignal signal,
      Set<Purpose> about,
      String source,
      String rule,
      MessageId cause,
      ConversationId conversation,
      LineId line,
      String channel,
      String language,
      boolean answered,
      Instant at) {}

  /** The client's own words said it. */
  static Filed said(Filed filed, ConsentRules.Said said, Fact.Arrived fact) {
    InboundEvent.MessageReceived event = fact.event();
    return apply(
        filed,
        new Signal(
            said.signal(),
            said.scope().purposes(),
            KEYWORD,
            said.rule() + "@" + ConsentRules.VERSION,
            fact.id(),
            event.conversationId(),
            event.line(),
            event.channel(),
            said.language(),
            fact.answered(),
            fact.at()));
  }

  /**
   * It may have been a stop: what is sent by machine waits, the thread shows the doubt at the
   * message, and a person asks.
   */
  static Filed doubted(Filed filed, ConsentRules.Doubtful doubt, Fact.Arrived fact) {
    Ledger ledger = filed.ledger();
    String rule = doubt.rule() + "@" + ConsentRules.VERSION;
    Ledger grown =
        ledger.knows(fact.id())
            ? ledger
            : ledger.add(Wish.DOUBT, Set.of(), KEYWORD, rule, fact.id(), fact.at());
    Ledger.Line line = grown.of(fact.id());
    if (!grown.changed(line)) {
      return filed.with(grown);
    }
    CaseFile paused =
        filed
            .file()
            .row(no -> new Row.Paused(no, ledger.id(), line.revoked(), line.seq(), line.at()));
    return filed.with(grown).with(paused);
  }

  /** The provider said it; without a case the ledger alone keeps it. */
  static Situation signalled(Situation before, Fact.Signalled fact) {
    InboundEvent.ConsentSignalled event = fact.event();
    return switch (before) {
      case Situation.Stranger(var ledger) -> new Situation.Stranger(noted(ledger, fact));
      case Situation.Orphan(var conversation, var ledger) ->
          new Situation.Orphan(conversation, noted(ledger, fact));
      case Situation.Known(var conversation, var client, var ledger) ->
          new Situation.Known(conversation, client, noted(ledger, fact));
      case Filed filed ->
          apply(
              filed,
              new Signal(
                  event.signal(),
                  Ledger.all(),
                  PROVIDER,
                  "provider",
                  fact.id(),
                  event.conversationId(),
                  event.line(),
                  event.channel(),
                  filed.file().work().language(),
                  event.providerAnswered(),
                  fact.at()));
    };
  }

  private static Ledger noted(Ledger ledger, Fact.Signalled fact) {
    Wish signal = Wish.of(fact.event().signal());
    boolean known = ledger.knows(fact.id()) || ledger.echoes(signal, PROVIDER, fact.at());
    return known
        ? ledger
        : ledger.add(signal, Ledger.all(), PROVIDER, "provider", fact.id(), fact.at());
  }

  /** The event that tells the notifier, where the ledger knows the cause and no case does. */
  public static List<ConsentChanged> announced(Ledger ledger, MessageId cause) {
    return ledger.entries().stream()
        .filter(line -> line.cause().equals(cause) && line.signal() != Wish.HELP)
        .map(line -> new ConsentChanged(ledger.id(), line.revoked(), line.seq(), line.at()))
        .toList();
  }

  private static Filed apply(Filed filed, Signal signal) {
    if (isRecorded(filed.file(), signal.cause()) || isEcho(filed, signal)) {
      return filed;
    }
    Ledger ledger = filed.ledger();
    Ledger grown =
        ledger.knows(signal.cause())
            ? ledger
            : ledger.add(
                Wish.of(signal.signal()),
                signal.about(),
                signal.source(),
                signal.rule(),
                signal.cause(),
                signal.at());
    Ledger.Line line = grown.of(signal.cause());
    boolean changes = grown.changed(line);
    CaseFile noted =
        filed
            .file()
            .append(
                signal.at(),
                new Entry.Consented(
                    signal.conversation(),
                    signal.signal(),
                    signal.cause(),
                    line.seq(),
                    line.revoked(),
                    changes));
    boolean wanted = changes || signal.signal() == ConsentSignal.HELP;
    boolean due = wanted && !signal.answered() && !isTelltale(filed.file(), signal);
    return filed.with(grown).with(due ? confirmed(noted, signal, line.seq()) : noted);
  }

  /**
   * A part of what may be sent was stopped or given back on a phone somebody else may hold: the
   * neutral words would be untrue of a part, and others would tell on the client.
   */
  private static boolean isTelltale(CaseFile file, Signal signal) {
    return isPartly(signal) && Unsafe.phone(file);
  }

  private static boolean isPartly(Signal signal) {
    return signal.signal() != ConsentSignal.HELP && !signal.about().contains(Purpose.SERVICE);
  }

  private static boolean isRecorded(CaseFile file, MessageId cause) {
    return file.log().tail().stream()
        .anyMatch(e -> e.body() instanceof Entry.Consented c && c.cause().equals(cause));
  }

  /** The same signal came by the other way; a decided place without an entry says so too. */
  private static boolean isEcho(Filed filed, Signal signal) {
    boolean known = filed.ledger().knows(signal.cause());
    boolean echo = filed.ledger().echoes(Wish.of(signal.signal()), signal.source(), signal.at());
    return !known && (echo || filed.decided());
  }

  private static AutoReplies.Tone tone(CaseFile file, Signal signal) {
    if (Unsafe.phone(file)) {
      return AutoReplies.Tone.NEUTRAL;
    }
    return isPartly(signal) ? AutoReplies.Tone.PARTLY : AutoReplies.Tone.FULL;
  }

  private static CaseFile confirmed(CaseFile file, Signal signal, long ledgerSeq) {
    String purpose = signal.signal().name().toLowerCase(Locale.ROOT);
    return file.append(
        signal.at(),
        new Entry.Sent(
            Derived.message(signal.cause(), purpose),
            signal.conversation(),
            signal.line(),
            signal.channel(),
            Purpose.CONFIRMATION,
            Author.AUTOMATION,
            Set.of(),
            new Content.Clear<>(
                AutoReplies.to(tone(file, signal), signal.signal(), signal.language())),
            ledgerSeq,
            Delivery.SENDING));
  }
}
