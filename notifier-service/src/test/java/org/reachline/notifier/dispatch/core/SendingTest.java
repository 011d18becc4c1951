package org.reachline.notifier.dispatch.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Samples;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.OutboundEvent.ConsentChanged;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.events.ReceiptEvent;
import org.reachline.notifier.dispatch.core.Sending.Outcome;
import org.reachline.notifier.dispatch.core.Sending.Report;

class SendingTest {
  private static final Instant NOW = Samples.ACCEPTED;
  private static final Retries RETRIES = new Retries(3, Duration.ofSeconds(2));
  private static final SendRequested REQUEST =
      Samples.of(Samples.HARBOR).event(SendRequested.class);

  private static Send sending() {
    return Sending.start(Send.planned(REQUEST, 1, NOW), "node", NOW);
  }

  private static Send reported(Send send, Outcome outcome) {
    return Sending.report(send, new Report(send.tries(), 1, List.of("SM1"), outcome), RETRIES, NOW);
  }

  @Test
  void anAcceptedMessageIsSentAndItsWordsAreForgotten() {
    Send sent = reported(sending(), new Outcome.Accepted());

    assertThat(sent.status()).isEqualTo(Status.SENT);
    assertThat(sent.outbox()).hasOnlyElementsOfType(DeliveryEvent.Sent.class).hasSize(1);
    assertThat(sent.sealed().box()).isEmpty();
    assertThat(sent.providerIds()).containsExactly("SM1");
  }

  @Test
  void retriesAreSpacedAndEnd() {
    Send first = reported(sending(), new Outcome.Again(Duration.ZERO, "503"));
    assertThat(first.status()).isEqualTo(Status.PLANNED);
    assertThat(first.dueAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(Sending.start(first, "node", NOW)).as("not yet").isEqualTo(first);

    Send second = again(first, NOW.plusSeconds(2));
    assertThat(second.dueAt()).isEqualTo(NOW.plusSeconds(6));
    Send third = again(second, NOW.plusSeconds(8));

    assertThat(third.status()).isEqualTo(Status.FAILED);
    assertThat(third.outbox()).hasOnlyElementsOfType(DeliveryEvent.Failed.class);
  }

  private static Send again(Send send, Instant at) {
    return reported(Sending.start(send, "node", at), new Outcome.Again(Duration.ZERO, "503"));
  }

  @Test
  void theProvidersWaitIsKeptIfItIsLonger() {
    Send waiting = reported(sending(), new Outcome.Again(Duration.ofSeconds(30), "20429"));

    assertThat(waiting.dueAt()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void aLostAnswerIsNeverSentAgain() {
    Send lost = reported(sending(), new Outcome.Unknown());

    assertThat(lost.status()).isEqualTo(Status.UNCERTAIN);
    assertThat(Sending.start(lost, "node", NOW.plusSeconds(60))).isEqualTo(lost);
    assertThat(Sending.expire(sending(), NOW.plusSeconds(15)).status()).isEqualTo(Status.UNCERTAIN);
  }

  @Test
  void aReceiptClearsUpAnUncertainMessage() {
    Send lost = reported(sending(), new Outcome.Unknown());

    Send clear = Sending.receive(lost, ReceiptEvent.Status.DELIVERED, "", NOW);

    assertThat(clear.status()).isEqualTo(Status.DELIVERED);
    assertThat(clear.outbox())
        .extracting(e -> e.getClass().getSimpleName())
        .containsExactly("Uncertain", "Sent", "Delivered");
  }

  @Test
  void receiptsInAnyOrderAndTwiceComeToTheSame() {
    List<ReceiptEvent.Status> all = new ArrayList<>();
    for (ReceiptEvent.Status status : ReceiptEvent.Status.values()) {
      all.addAll(List.of(status, status));
    }
    all.removeIf(status -> status == ReceiptEvent.Status.FAILED);
    for (long seed = 0; seed < 200; seed++) {
      Collections.shuffle(all, new Random(seed));
      Send send = reported(sending(), new Outcome.Accepted());
      for (ReceiptEvent.Status status : all) {
        send = Sending.receive(send, status, "", NOW);
      }
      assertThat(send.status()).isEqualTo(Status.READ);
      assertThat(send.outbox())
          .extracting(e -> e.getClass().getSimpleName())
          .containsExactly("Sent", "Delivered", "Read");
    }
  }

  @Test
  void aFailureIsFinal() {
    Send sent = reported(sending(), new Outcome.Accepted());

    Send failed = Sending.receive(sent, ReceiptEvent.Status.FAILED, "30007", NOW);

    assertThat(Sending.receive(failed, ReceiptEvent.Status.DELIVERED, "", NOW)).isEqualTo(failed);
    assertThat(failed.status()).isEqualTo(Status.FAILED);
  }

  @Test
  void refusalsOfTheProviderAreTold() {
    assertThat(reported(sending(), new Outcome.OptedOut("21610")).status())
        .isEqualTo(Status.REFUSED);
    assertThat(reported(sending(), new Outcome.WindowClosed("63016")).status())
        .isEqualTo(Status.WINDOW_CLOSED);
    assertThat(reported(sending(), new Outcome.Failed("30005")).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void theGateKeepsTheNewerWordAndLetsTheConfirmationPass() {
    Gate stopped =
        Gate.OPEN.after(
            new ConsentChanged(
                REQUEST.conversationId(), java.util.Set.of(Purpose.values()), 2, NOW));
    Gate older =
        stopped.after(new ConsentChanged(REQUEST.conversationId(), java.util.Set.of(), 1, NOW));

    assertThat(older).isEqualTo(stopped);
    assertThat(stopped.passes(Purpose.SERVICE)).isFalse();
    assertThat(stopped.passes(Purpose.CONFIRMATION)).isTrue();
  }
}
