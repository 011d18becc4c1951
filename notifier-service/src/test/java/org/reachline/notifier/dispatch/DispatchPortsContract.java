package org.reachline.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.events.ReceiptEvent.Status;
import org.reachline.notifier.dispatch.ParkedReceipts.Parked;
import org.reachline.notifier.dispatch.SendLedger.Due;
import org.reachline.notifier.dispatch.core.Gate;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.notifier.dispatch.core.Sending;
import org.reachline.trust.Scope;

/** What ledger, gates and parked receipts do, in memory or not. */
abstract class DispatchPortsContract {
  private static final Instant NOW = Samples.ACCEPTED;
  private static final Scope HARBOR = Sends.scope(Samples.HARBOR);
  private static final Scope MIRROR = Sends.scope(Samples.MIRROR);
  private static final ConversationId SOMEONE =
      Samples.of(Samples.HARBOR).id(ConversationId::new, "someone");

  abstract SendLedger ledger();

  abstract Gates gates();

  abstract ParkedReceipts parked();

  private static Send send(AgencyId agency, String name, long order) {
    return Send.planned(Sends.request(agency, name, "someone", Purpose.SERVICE), order, NOW);
  }

  @Test
  void whatIsWrittenIsReadBackWhole() {
    SendLedger ledger = ledger();
    Send planned = send(Samples.HARBOR, "a", 7);
    ledger.insertAll(HARBOR, List.of(planned));
    Send failed = Sending.failed(Sending.start(planned.written(1), "node/1", NOW), "30007", NOW);

    assertThat(ledger.replace(HARBOR, failed)).isTrue();

    assertThat(ledger.find(HARBOR, planned.id())).hasValue(failed.written(2));
    assertThat(ledger.replace(HARBOR, failed)).as("stale by now").isFalse();
  }

  @Test
  void insertingAgainLeavesWhatIsThere() {
    SendLedger ledger = ledger();
    Send first = send(Samples.HARBOR, "a", 1);
    ledger.insertAll(HARBOR, List.of(first));
    Send refused = Sending.refuse(first, "gate", NOW);

    ledger.insertAll(HARBOR, List.of(refused, send(Samples.HARBOR, "b", 2)));

    assertThat(ledger.find(HARBOR, first.id())).hasValue(first.written(1));
    MessageId other = Samples.of(Samples.HARBOR).id(MessageId::new, "b");
    MessageId never = Samples.of(Samples.HARBOR).id(MessageId::new, "c");
    assertThat(ledger.known(HARBOR, List.of(first.id(), other, never)))
        .containsExactlyInAnyOrder(first.id(), other);
  }

  @Test
  void openOnesAreListedInTheirOrder() {
    SendLedger ledger = ledger();
    Send second = send(Samples.HARBOR, "b", 2);
    Send first = send(Samples.HARBOR, "a", 1);
    Send done = Sending.refuse(send(Samples.HARBOR, "c", 0), "gate", NOW);
    ledger.insertAll(HARBOR, List.of(second, first, done));

    assertThat(ledger.open(HARBOR, SOMEONE))
        .extracting(Send::id)
        .containsExactly(first.id(), second.id());
    assertThat(ledger.open(MIRROR, SOMEONE)).isEmpty();
  }

  @Test
  void dueOnesAreFoundWhoeverTheyBelongTo() {
    SendLedger ledger = ledger();
    Send mine = send(Samples.HARBOR, "a", 1);
    Send theirs = send(Samples.MIRROR, "b", 1);
    ledger.insertAll(HARBOR, List.of(mine));
    ledger.insertAll(MIRROR, List.of(theirs));

    assertThat(ledger.due(NOW.minusMillis(1), 10)).isEmpty();
    assertThat(ledger.due(NOW, 10))
        .containsExactlyInAnyOrder(
            new Due(Samples.HARBOR, mine.conversation(), mine.id()),
            new Due(Samples.MIRROR, theirs.conversation(), theirs.id()));
    assertThat(ledger.due(NOW, 1)).hasSize(1);
  }

  @Test
  void anotherAgencysSendIsNeitherFoundNorWritten() {
    SendLedger ledger = ledger();
    Send mine = send(Samples.HARBOR, "a", 1);
    ledger.insertAll(HARBOR, List.of(mine));

    assertThat(ledger.find(MIRROR, mine.id())).isEmpty();
    assertThat(ledger.known(MIRROR, List.of(mine.id()))).isEmpty();
    assertThatThrownBy(() -> ledger.replace(MIRROR, mine.written(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theNewerGateStays() {
    Gates gates = gates();
    gates.putAll(HARBOR, Map.of(SOMEONE, new Gate(Set.of(Purpose.OUTREACH), 2)));
    gates.putAll(HARBOR, Map.of(SOMEONE, new Gate(Set.of(), 1)));
    assertThat(gates.of(HARBOR, List.of(SOMEONE)).get(SOMEONE))
        .isEqualTo(new Gate(Set.of(Purpose.OUTREACH), 2));

    gates.putAll(HARBOR, Map.of(SOMEONE, new Gate(Set.of(), 3)));

    assertThat(gates.of(HARBOR, List.of(SOMEONE)).get(SOMEONE)).isEqualTo(new Gate(Set.of(), 3));
    assertThat(gates.of(MIRROR, List.of(SOMEONE))).isEmpty();
  }

  @Test
  void theFurthestParkedReceiptStays() {
    ParkedReceipts parked = parked();
    MessageId id = Samples.of(Samples.HARBOR).id(MessageId::new, "a");
    parked.park(HARBOR, new Parked(id, Status.DELIVERED, "", NOW));
    parked.park(HARBOR, new Parked(id, Status.SENT, "", NOW));
    assertThat(parked.of(HARBOR, List.of(id)))
        .extracting(Parked::status)
        .containsExactly(Status.DELIVERED);

    parked.park(HARBOR, new Parked(id, Status.FAILED, "30003", NOW));

    assertThat(parked.of(HARBOR, List.of(id)))
        .containsExactly(new Parked(id, Status.FAILED, "30003", NOW));
    assertThat(parked.of(MIRROR, List.of(id))).isEmpty();
  }
}
