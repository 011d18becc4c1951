package org.reachline.notifier.dispatch.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.events.OutboundEvent.SendRequested;

/**
 * One message to a client, from the request to the last receipt: its place in the ledger.
 *
 * @param v the version it was read at, 0 before the first write
 * @param order place among the requests of its conversation
 * @param sealed the words and the number, as they came; empty once nothing more has to be sent
 * @param tries how often it entered SENDING
 * @param done how many of its calls the provider accepted
 * @param owner who entered SENDING last, so that a repeated write meets itself
 * @param dueAt the next try, or the end of the current one
 * @param outbox not yet on the topic
 * @param publishAt when the outbox is tried again
 */
public record Send(
    MessageId id,
    long v,
    ConversationId conversation,
    CaseId caseId,
    ClientId clientId,
    LineId line,
    Purpose purpose,
    long order,
    Sealed sealed,
    Status status,
    int tries,
    int done,
    String owner,
    Instant dueAt,
    List<String> providerIds,
    List<DeliveryEvent> outbox,
    Instant publishAt) {
  static final Sealed NOTHING = new Sealed("");

  public Send {
    requireNonNull(id, "id");
    requireNonNull(conversation, "conversation");
    requireNonNull(caseId, "caseId");
    requireNonNull(clientId, "clientId");
    requireNonNull(line, "line");
    requireNonNull(purpose, "purpose");
    requireNonNull(sealed, "sealed");
    requireNonNull(status, "status");
    requireNonNull(owner, "owner");
    requireNonNull(dueAt, "dueAt");
    providerIds = List.copyOf(providerIds);
    outbox = List.copyOf(outbox);
    requireNonNull(publishAt, "publishAt");
  }

  /** A request, not yet judged. */
  public static Send planned(SendRequested request, long order, Instant now) {
    return new Send(
        request.messageId(),
        0,
        request.conversationId(),
        request.caseId(),
        request.clientId(),
        request.line(),
        request.purpose(),
        order,
        request.sealed(),
        Status.PLANNED,
        0,
        0,
        "",
        now,
        List.of(),
        List.of(),
        now);
  }

  /** When something has to be done about it; empty when all is done and told. */
  public Optional<Instant> nextDueAt() {
    if (!outbox.isEmpty()) {
      return Optional.of(status.isOpen() && dueAt.isBefore(publishAt) ? dueAt : publishAt);
    }
    return status.isOpen() ? Optional.of(dueAt) : Optional.empty();
  }

  /** As it stands after the write that gives it this version. */
  public Send written(long version) {
    return copy(version, sealed, status, tries, done, dueAt, providerIds, outbox, publishAt);
  }

  Send to(Status next, Instant due) {
    return copy(
        v,
        next.isOpen() ? sealed : NOTHING,
        next,
        tries,
        done,
        due,
        providerIds,
        outbox,
        publishAt);
  }

  Send sending(String by, Instant deadline) {
    return new Send(
        id,
        v,
        conversation,
        caseId,
        clientId,
        line,
        purpose,
        order,
        sealed,
        Status.SENDING,
        tries + 1,
        done,
        by,
        deadline,
        providerIds,
        outbox,
        publishAt);
  }

  /** Whether this owner may make the call. */
  public boolean isSendingBy(String by) {
    return status == Status.SENDING && owner.equals(by);
  }

  Send accepted(int calls, List<String> ids) {
    List<String> all = new ArrayList<>(providerIds);
    ids.stream().filter(id -> !all.contains(id)).forEach(all::add);
    return copy(v, sealed, status, tries, Math.max(done, calls), dueAt, all, outbox, publishAt);
  }

  Send telling(DeliveryEvent event, Instant publish) {
    List<DeliveryEvent> more = new ArrayList<>(outbox);
    more.add(event);
    return copy(v, sealed, status, tries, done, dueAt, providerIds, more, publish);
  }

  Send told(List<DeliveryEvent> published) {
    List<DeliveryEvent> left = new ArrayList<>(outbox);
    left.removeAll(published);
    return copy(v, sealed, status, tries, done, dueAt, providerIds, left, publishAt);
  }

  Send publishingAt(Instant later) {
    return copy(v, sealed, status, tries, done, dueAt, providerIds, outbox, later);
  }

  private Send copy(
      long version,
      Sealed box,
      Status next,
      int tried,
      int calls,
      Instant due,
      List<String> ids,
      List<DeliveryEvent> events,
      Instant publish) {
    return new Send(
        id,
        version,
        conversation,
        caseId,
        clientId,
        line,
        purpose,
        order,
        box,
        next,
        tried,
        calls,
        owner,
        due,
        ids,
        events,
        publish);
  }

  /** Ids and state only. */
  @Override
  public String toString() {
    return "Send[" + id + ", " + status + ", try " + tries + "]";
  }
}
