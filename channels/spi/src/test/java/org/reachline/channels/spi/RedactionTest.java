package org.reachline.channels.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever holds something personal or secret prints none of it, however deep it lies. */
class RedactionTest {
  private static final String CANARY = "canary-3b8e";
  private static final Stated<String> STATED = Stated.of(CANARY);
  private static final Address ADDRESS = new Address(CANARY, Address.Kind.PHONE);
  private static final ProviderMessageId ID = new ProviderMessageId(CANARY);
  private static final ChannelKey KEY = new ChannelKey(new ChannelType("pigeon"), CANARY);
  private static final Party PARTY = new Party(ADDRESS, List.of(ADDRESS), STATED);
  private static final Body BODY = Body.of(CANARY);
  private static final Headers HEADERS = Headers.none().with("X-Signature", CANARY);

  @Test
  void eventsAndPartsPrintNoneOfIt() {
    assertSilent(events());
    assertSilent(parts());
    assertSilent(
        List.of(PARTY, envelope(new EventId.Provider(CANARY)), new EventId.Derived(CANARY)));
    assertSilent(List.of(new ProviderError("30008", CANARY, true, false), STATED, KEY));
  }

  @Test
  void requestsAndAnswersPrintNoneOfIt() {
    var request = new RawRequest("POST", new PublicUrl("https://a/" + CANARY), HEADERS, BODY);
    assertSilent(
        List.of(
            request,
            new Routing.Candidates(List.of(KEY)),
            new Inbound(
                List.of(new Item.Unusable("code", CANARY)),
                new HttpAnswer.Fixed(200, "text/plain", CANARY)),
            new Inbound(
                events().stream().<Item>map(Item.Event::new).toList(), new HttpAnswer.Empty()),
            new Cursor.At(CANARY)));
  }

  @Test
  void callsAndOutcomesPrintNoneOfIt() {
    var secret = Secret.of(CANARY);
    assertSilent(
        List.of(
            secret,
            new ChannelConfig(KEY, Map.of("address", CANARY), Map.of("authToken", secret)),
            new Outbound("msg-1", ADDRESS, ADDRESS, CANARY, List.of("https://m/" + CANARY), STATED),
            new HttpCall(
                "POST",
                new CallUrl(
                    "https://user:" + CANARY + "@api.example/" + CANARY, Map.of("token", secret)),
                List.of(
                    new CallHeader.Hidden("Authorization", secret),
                    new CallHeader.Plain("X-To", CANARY)),
                BODY),
            new HttpReply.Answered(200, HEADERS, BODY),
            new SendOutcome.Accepted(List.of(CANARY)),
            new SendOutcome.Failed("21211", CANARY)));
  }

  @Test
  void whatIsPrintedStillSaysWhatItIs() {
    assertThat(new Part.Text("hello")).hasToString("Text(5)");
    assertThat(ADDRESS).hasToString("PHONE(11)");
    assertThat(BODY).hasToString("Body(11)");
    assertThat(CallUrl.of("https://api.example:8443/v1/x?y=1"))
        .hasToString("https://api.example:8443");
  }

  private static void assertSilent(List<?> values) {
    assertThat(values)
        .allSatisfy(v -> assertThat(v.toString()).isNotEmpty().doesNotContain(CANARY));
  }

  private static Envelope envelope(EventId id) {
    return new Envelope(
        id, KEY, Stated.absent(), STATED, Stated.of(PARTY), List.of(ADDRESS), STATED, CANARY);
  }

  private static List<Part> parts() {
    return List.of(
        new Part.Text(CANARY),
        new Part.Choice(CANARY),
        new Part.Media("image", new MediaRef.Url(CANARY), STATED, STATED),
        new Part.Media("image", new MediaRef.ProviderRef(CANARY), STATED, STATED),
        new Part.Media("sticker", new MediaRef.Sticker("1", "2"), STATED, STATED),
        new Part.Location(51.5, -0.1, STATED, STATED),
        new Part.Contact(STATED, List.of(ADDRESS)),
        new Part.Unsupported(CANARY));
  }

  private static List<ChannelEvent> events() {
    var envelope = envelope(new EventId.Provider(CANARY));
    var failed = new DeliveryStatus.Failed(Stated.of(new ProviderError("1", CANARY, false, true)));
    var origin = ChannelEvent.Origin.PROVIDER;
    return List.of(
        new ChannelEvent.Message(
            envelope, Stated.of(ID), parts(), Stated.of(ID), STATED, ChannelEvent.Author.CUSTOMER),
        new ChannelEvent.Status(
            envelope, new StatusTarget.OneMessage(ID), failed, CANARY, Stated.of(ADDRESS)),
        new ChannelEvent.OptIn(envelope, ADDRESS, origin),
        new ChannelEvent.OptOut(envelope, ADDRESS, origin),
        new ChannelEvent.Edit(envelope, ID, parts()),
        new ChannelEvent.Delete(envelope, ID),
        new ChannelEvent.Reaction(envelope, ID, new Mark.Added(CANARY)),
        new ChannelEvent.Postback(envelope, CANARY),
        new ChannelEvent.Referral(envelope, CANARY, Map.of(CANARY, CANARY)),
        new ChannelEvent.ContactChanged(envelope, Stated.of(ADDRESS), ADDRESS),
        new ChannelEvent.ChannelState(envelope, "blocked", STATED));
  }
}
