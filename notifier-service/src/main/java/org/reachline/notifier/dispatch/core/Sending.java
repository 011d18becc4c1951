package org.reachline.notifier.dispatch.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.ReceiptEvent;

/**
 * What a message becomes when something happens to it. Pure and total. An answer that was lost is
 * never followed by a second send; only a receipt tells then.
 */
public final class Sending {
  /** A call that says nothing for so long is uncertain. */
  public static final Duration DEADLINE = Duration.ofSeconds(15);

  private static final Duration PUBLISH_SOON = Duration.ofSeconds(2);

  private Sending() {}

  /** What a call came to. */
  public sealed interface Outcome {
    record Accepted() implements Outcome {}

    record Again(Duration after, String code) implements Outcome {}

    record Failed(String code) implements Outcome {}

    record OptedOut(String code) implements Outcome {}

    record WindowClosed(String code) implements Outcome {}

    record Unknown() implements Outcome {}
  }

  /**
   * What became of one try.
   *
   * @param done calls accepted so far, of all tries
   */
  public record Report(int tries, int done, List<String> ids, Outcome outcome) {
    public Report {
      ids = List.copyOf(ids);
    }
  }

  /** The client does not want it. */
  public static Send refuse(Send send, String code, Instant now) {
    return send.status() == Status.PLANNED ? optedOut(send, code, now) : send;
  }

  /** The fence: from here on it counts as perhaps sent. */
  public static Send start(Send send, String owner, Instant now) {
    boolean due = send.status() == Status.PLANNED && !send.dueAt().isAfter(now);
    return due ? send.sending(owner, now.plus(DEADLINE)) : send;
  }

  /** Records a try; one that was given up meanwhile is still heard. */
  public static Send report(Send send, Report report, Retries retries, Instant now) {
    boolean open = send.status() == Status.SENDING || send.status() == Status.UNCERTAIN;
    if (report.tries() != send.tries()) {
      return send;
    }
    Send heard = send.accepted(report.done(), report.ids());
    return open ? decided(heard, report.outcome(), retries, now) : heard;
  }

  private static Send decided(Send send, Outcome outcome, Retries retries, Instant now) {
    return switch (outcome) {
      case Outcome.Accepted() -> sent(send, now);
      case Outcome.Again(var after, var code) -> again(send, after, code, retries, now);
      case Outcome.Failed(var code) -> failed(send, code, now);
      case Outcome.OptedOut(var code) -> optedOut(send, code, now);
      case Outcome.WindowClosed(var code) -> windowClosed(send, code, now);
      case Outcome.Unknown() -> uncertain(send, now);
    };
  }

  private static Send again(Send send, Duration after, String code, Retries retries, Instant now) {
    return send.tries() >= retries.most()
        ? failed(send, code, now)
        : send.to(Status.PLANNED, now.plus(retries.after(send.tries(), after)));
  }

  /** The deadline passed and nobody reported: it may have been sent. */
  public static Send expire(Send send, Instant now) {
    boolean over = send.status() == Status.SENDING && !send.dueAt().isAfter(now);
    return over ? uncertain(send, now) : send;
  }

  /** The provider's later word; forward only, whatever the order it arrives in. */
  public static Send receive(Send send, ReceiptEvent.Status status, String code, Instant now) {
    return switch (status) {
      case UNKNOWN -> send;
      case QUEUED, SENT -> reached(send, Status.SENT, now);
      case DELIVERED -> reached(send, Status.DELIVERED, now);
      case READ -> reached(send, Status.READ, now);
      case FAILED -> isBefore(send, Status.FAILED) ? failed(send, code, now) : send;
    };
  }

  private static Send reached(Send send, Status status, Instant now) {
    Send at = isBefore(send, Status.SENT) ? sent(send, now) : send;
    if (status != Status.SENT && isBefore(at, Status.DELIVERED)) {
      at = delivered(at, now);
    }
    return status == Status.READ && isBefore(at, Status.READ) ? read(at, now) : at;
  }

  /**
   * Also for a message this ledger has never sent: the provider has it, from a life we do not
   * remember, so it is not sent again.
   */
  private static boolean isBefore(Send send, Status status) {
    return send.status().compareTo(status) < 0;
  }

  private static Send sent(Send s, Instant now) {
    return tell(
        s.to(Status.SENT, now),
        new DeliveryEvent.Sent(s.id(), s.conversation(), s.caseId(), s.clientId(), now),
        now);
  }

  private static Send delivered(Send s, Instant now) {
    return tell(
        s.to(Status.DELIVERED, now),
        new DeliveryEvent.Delivered(s.id(), s.conversation(), s.caseId(), s.clientId(), now),
        now);
  }

  private static Send read(Send s, Instant now) {
    return tell(
        s.to(Status.READ, now),
        new DeliveryEvent.Read(s.id(), s.conversation(), s.caseId(), s.clientId(), now),
        now);
  }

  /** It will not arrive. */
  public static Send failed(Send s, String code, Instant now) {
    return tell(
        s.to(Status.FAILED, now),
        new DeliveryEvent.Failed(s.id(), s.conversation(), s.caseId(), s.clientId(), code, now),
        now);
  }

  private static Send optedOut(Send s, String code, Instant now) {
    return tell(
        s.to(Status.REFUSED, now),
        new DeliveryEvent.RefusedOptOut(
            s.id(), s.conversation(), s.caseId(), s.clientId(), code, now),
        now);
  }

  private static Send windowClosed(Send s, String code, Instant now) {
    return tell(
        s.to(Status.WINDOW_CLOSED, now),
        new DeliveryEvent.WindowClosed(
            s.id(), s.conversation(), s.caseId(), s.clientId(), code, now),
        now);
  }

  private static Send uncertain(Send s, Instant now) {
    if (s.status() == Status.UNCERTAIN) {
      return s;
    }
    return tell(
        s.to(Status.UNCERTAIN, now),
        new DeliveryEvent.Uncertain(s.id(), s.conversation(), s.caseId(), s.clientId(), now),
        now);
  }

  private static Send tell(Send send, DeliveryEvent event, Instant now) {
    return send.telling(event, now.plus(PUBLISH_SOON));
  }

  /** These are on the topic. */
  public static Send told(Send send, List<DeliveryEvent> published) {
    return send.told(published);
  }

  /** The topic could not be written; tried again a little later. */
  public static Send untold(Send send, Instant now) {
    return send.outbox().isEmpty()
        ? send
        : send.publishingAt(now.plus(PUBLISH_SOON.multipliedBy(2)));
  }
}
