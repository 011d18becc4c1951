package org.reachline.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.ChannelKey;
import org.reachline.channels.spi.ChannelType;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Envelope;
import org.reachline.channels.spi.EventId;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.Part;
import org.reachline.channels.spi.Party;
import org.reachline.channels.spi.ProviderError;
import org.reachline.channels.spi.ProviderMessageId;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.StatusTarget;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.ReceiptEvent.Status;

class DraftsTest {
  private static final Instant NOW = Instant.parse("2026-01-17T04:12:07Z");
  private static final Address PHONE = new Address("+15550100142", Address.Kind.PHONE);

  @Test
  void aTextKeepsItsWordsExactlyAndTakesTheTimeOfArrivalWhereNoneIsStated() {
    Draft draft = Drafts.of(message(List.of(new Part.Text("  hi\u0301 there  "))), NOW);

    assertThat(draft)
        .isInstanceOfSatisfying(
            Draft.Message.class,
            m -> {
              assertThat(m.content().text().reveal()).isEqualTo("  hi\u0301 there  ");
              assertThat(m.providerAt()).isEqualTo(NOW);
              assertThat(m.kind()).isEqualTo("text");
            });
  }

  @Test
  void picturesPlacesAndUnknownContentAreAttachmentsAndNeverDropped() {
    Draft draft =
        Drafts.of(
            message(
                List.of(
                    new Part.Media(
                        "image",
                        new MediaRef.Url("https://media.example.org/1"),
                        Stated.of("image/jpeg"),
                        Stated.absent()),
                    new Part.Location(0, 0, Stated.absent(), Stated.absent()),
                    new Part.Unsupported("sticker-pack"))),
            NOW);

    assertThat(((Draft.Message) draft).content().attachments())
        .extracting(a -> a.kind())
        .containsExactly("image", "location", "unsupported");
    assertThat(((Draft.Message) draft).kind()).isEqualTo("media");
  }

  @Test
  void ourOwnEchoIsNoMessageOfAClient() {
    ChannelEvent echo =
        new ChannelEvent.Message(
            envelope(),
            Stated.absent(),
            List.of(),
            Stated.absent(),
            Stated.absent(),
            ChannelEvent.Author.ECHO);

    assertThat(Drafts.of(echo, NOW)).isEqualTo(new Draft.Skip("echo"));
  }

  @Test
  void aProvidersOwnStopIsAnsweredAlreadyAndAKeywordIsNot() {
    ChannelEvent told = new ChannelEvent.OptOut(envelope(), PHONE, ChannelEvent.Origin.PROVIDER);
    ChannelEvent word = new ChannelEvent.OptOut(envelope(), PHONE, ChannelEvent.Origin.KEYWORD);

    assertThat(((Draft.Signal) Drafts.of(told, NOW)).providerAnswered()).isTrue();
    assertThat(((Draft.Signal) Drafts.of(word, NOW)).providerAnswered()).isFalse();
    assertThat(((Draft.Signal) Drafts.of(told, NOW)).signal()).isEqualTo(ConsentSignal.STOP);
  }

  @Test
  void aFailureReceiptKeepsTheProvidersCode() {
    ChannelEvent failed =
        new ChannelEvent.Status(
            envelope(),
            new StatusTarget.OneMessage(new ProviderMessageId("SM1")),
            new DeliveryStatus.Failed(Stated.of(new ProviderError("30003", "", false, false))),
            "undelivered",
            Stated.of(PHONE));

    Draft.Receipt receipt = (Draft.Receipt) Drafts.of(failed, NOW);

    assertThat(receipt.status()).isEqualTo(Status.FAILED);
    assertThat(receipt.providerCode()).isEqualTo("30003");
  }

  @Test
  void whatWeHaveNoUseForIsCountedUnderACode() {
    ChannelEvent referral = new ChannelEvent.Referral(envelope(), "ad", Map.of());

    assertThat(Drafts.of(referral, NOW)).isEqualTo(new Draft.Skip("referral"));
  }

  private static ChannelEvent message(List<Part> parts) {
    return new ChannelEvent.Message(
        envelope(),
        Stated.of(new ProviderMessageId("SM1")),
        parts,
        Stated.absent(),
        Stated.absent(),
        ChannelEvent.Author.CUSTOMER);
  }

  private static Envelope envelope() {
    return new Envelope(
        new EventId.Provider("SM1"),
        new ChannelKey(new ChannelType("twilio"), "+15550100100"),
        Stated.absent(),
        Stated.absent(),
        Stated.of(new Party(PHONE, List.of(), Stated.absent())),
        List.of(new Address("+15550100100", Address.Kind.PHONE)),
        Stated.absent(),
        "0");
  }
}
