package org.reachline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.RawRequest;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent.MessageReceived;
import org.reachline.contracts.events.QuarantineEvent.RequestQuarantined;
import org.reachline.contracts.events.ReceiptEvent;
import org.reachline.contracts.events.ReceiptEvent.ReceiptReceived;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.wire.DeadLetters;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.keys.Opened;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;

class IntakeTest {
  private static final String CLIENT = "+15550100142";
  private static final String WORDS = "been outside since 6 n cant feel my hands";

  @TempDir Path keys;
  private GatewayFixture fixture;
  private InMemoryIntakeLog log;
  private SimpleMeterRegistry registry;
  private Intake intake;

  @BeforeEach
  void intakeOnMemory() {
    fixture = GatewayFixture.in(keys);
    log = new InMemoryIntakeLog();
    registry = new SimpleMeterRegistry();
    intake = fixture.intake(log, registry);
  }

  @Test
  void aSignedTextIsKeptSealedAndAnsweredWithEmptyTwiml() {
    Intake.Answer answer = accept(text("SM1", WORDS));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Intake.Answer.Accepted.class, a -> assertThat(a.body()).contains("<Response/>"));
    MessageReceived kept = (MessageReceived) log.events.getFirst();
    assertThat(kept.toString()).doesNotContain("hands", CLIENT);
    assertThat(opened(kept).text().reveal()).isEqualTo(WORDS);
    assertThat(opened(kept).from().reveal()).isEqualTo("tel:" + CLIENT);
  }

  @Test
  void aRedeliveryHasTheSameIds() {
    accept(text("SM1", WORDS));
    accept(text("SM1", WORDS));

    assertThat(log.events)
        .hasSize(2)
        .extracting(Event::eventId)
        .containsOnly(log.events.getFirst().eventId());
    assertThat(log.events).extracting(Event::key).containsOnly(log.events.getFirst().key());
  }

  @Test
  void twoMessagesOfOneClientShareTheirConversationAndNothingElse() {
    accept(text("SM1", WORDS));
    accept(text("SM2", WORDS));

    assertThat(log.events).extracting(Event::key).containsOnly(log.events.getFirst().key());
    assertThat(log.events).extracting(Event::eventId).doesNotHaveDuplicates();
  }

  @Test
  void aForgedRequestIsRefusedAndKeptAsEvidence() {
    RawRequest forged =
        Webhooks.request(
            "another-token",
            GatewayFixture.URL,
            Webhooks.text("SM1", CLIENT, "+15550100100", WORDS));

    Intake.Answer answer = accept(forged);

    assertThat(answer).isEqualTo(new Intake.Answer.Refused(403));
    assertThat(log.events)
        .singleElement()
        .isInstanceOfSatisfying(
            RequestQuarantined.class,
            evidence -> {
              assertThat(evidence.reason()).isEqualTo("signature-bad");
              assertThat(evidence.toString()).doesNotContain("hands", CLIENT);
            });
  }

  @Test
  void evidenceBeyondTheDaysRoomIsKeptWithoutItsBody() {
    for (int i = 0; i < 4; i++) {
      accept(
          Webhooks.request(
              "another-token",
              GatewayFixture.URL,
              Webhooks.text("SM" + i, CLIENT, "+15550100100", WORDS)));
    }

    assertThat(log.events).hasSize(4);
    assertThat(((RequestQuarantined) log.events.get(2)).bytes()).isPositive();
    assertThat(((RequestQuarantined) log.events.get(3)).bytes()).isZero();
  }

  @Test
  void anAuthenticRequestThatMakesNoSenseIsAnsweredAndBecomesADeadLetter() {
    Map<String, String> nonsense = new HashMap<>(Map.of("AccountSid", "AC1", "Body", WORDS));

    Intake.Answer answer = accept(Webhooks.request(Webhooks.TOKEN, GatewayFixture.URL, nonsense));

    assertThat(answer).isInstanceOf(Intake.Answer.Accepted.class);
    assertThat(log.events).isEmpty();
    assertThat(log.letters)
        .singleElement()
        .satisfies(
            letter -> assertThat(letter.headers()).containsEntry(DeadLetters.CODE, "UNUSABLE"));
  }

  @Test
  void aReceiptCarriesOurOwnMessageIdBackFromTheCalledAddress() {
    String ours = "harbor.1.abcdefghij";
    acceptReceiptOf(ours);

    assertThat(log.events)
        .singleElement()
        .isInstanceOfSatisfying(
            ReceiptReceived.class,
            r -> {
              assertThat(r.messageId().value()).isEqualTo(ours);
              assertThat(r.status()).isEqualTo(ReceiptEvent.Status.DELIVERED);
            });
  }

  @Test
  void aReceiptForAnotherAgencysMessageIsIgnored() {
    acceptReceiptOf("mirror.1.abcdefghij");

    assertThat(log.events).isEmpty();
    assertThat(registry.get(IntakeMetrics.ITEMS).tag("outcome", "ignored").counter().count())
        .isEqualTo(1);
  }

  @Test
  void nothingIsAnsweredWithSuccessWhileTheLogFails() {
    IntakeLog away =
        new IntakeLog() {
          @Override
          public CompletableFuture<Void> keep(Event event) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
          }

          @Override
          public CompletableFuture<Void> bury(Wire letter) {
            return CompletableFuture.failedFuture(new IllegalStateException("away"));
          }
        };

    assertThatThrownBy(
            () ->
                fixture.intake(away).accept(GatewayFixture.line(), text("SM1", WORDS), "").block())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anAuthenticRequestThatAnAdapterStumblesOverIsAnsweredAndADeadLetter() {
    ConfiguredLine line = GatewayFixture.line();
    ChannelAdapter stumbling =
        GatewayFixture.adapter(
            line.adapter(),
            () -> {
              throw new IllegalStateException(WORDS);
            });

    Intake.Answer answer =
        intake
            .accept(
                new ConfiguredLine(
                    line.id(), stumbling, line.config(), line.publicUrl(), line.use()),
                text("SM1", WORDS),
                "")
            .block();

    assertThat(answer)
        .isInstanceOfSatisfying(
            Intake.Answer.Accepted.class, a -> assertThat(a.status()).isEqualTo(200));
    assertThat(log.letters).hasSize(1);
    assertThat(registry.get(IntakeMetrics.ITEMS).tag("why", "surprise").counter().count())
        .isEqualTo(1);
  }

  private static RawRequest text(String sid, String words) {
    return Webhooks.request(
        Webhooks.TOKEN, GatewayFixture.URL, Webhooks.text(sid, CLIENT, "+15550100100", words));
  }

  private Intake.Answer accept(RawRequest request) {
    Intake.Answer answer = intake.accept(GatewayFixture.line(), request, "").block();
    return Objects.requireNonNull(answer);
  }

  /** A delivery receipt, posted to an address that carries this message id. */
  private void acceptReceiptOf(String messageId) {
    Map<String, String> receipt =
        Map.of(
            "MessageSid", "SM9",
            "MessageStatus", "delivered",
            "AccountSid", "AC1",
            "From", "+15550100100",
            "To", CLIENT);
    RawRequest request = Webhooks.request(Webhooks.TOKEN, GatewayFixture.URL, receipt);
    Intake.Answer answer =
        Objects.requireNonNull(intake.accept(GatewayFixture.line(), request, messageId).block());
    assertThat(answer).isInstanceOf(Intake.Answer.Accepted.class);
  }

  private InboundContent opened(MessageReceived event) {
    Place place = Place.ofEvent(Topics.INBOUND, event.eventId());
    var opened =
        fixture
            .sealing()
            .open(event.agency(), Purpose.INTAKE, place, event.sealed(), InboundContent.class);
    return switch (opened) {
      case Opened.Content<InboundContent>(var content) -> content;
      case Opened.Unreadable<InboundContent>() ->
          throw new AssertionError("the seal does not open");
    };
  }
}
