package org.reachline.channels.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Small promises of the values that everything else is built on. */
class ValuesTest {
  private static final ChannelKey KEY = new ChannelKey(new ChannelType("pigeon"), "loft-1");

  @Test
  void headerNamesIgnoreCaseAndValuesKeepTheirOrder() {
    var headers = Headers.of(Map.of("x-sig", List.of("a", "b"))).with("X-SIG", "c");

    assertThat(headers.all("X-Sig")).containsExactly("a", "b", "c");
    assertThat(headers.first("x-SIG")).isEqualTo(Stated.of("a"));
    assertThat(headers.without("X-sig")).isEqualTo(Headers.none());
    assertThat(headers)
        .hasSameHashCodeAs(Headers.none().with("X-Sig", "a").with("x-sig", "b").with("X-SIG", "c"));
  }

  @Test
  void aBodyCannotBeChangedFromOutside() {
    byte[] bytes = {1, 2, 3};
    Body body = Body.of(bytes);

    bytes[0] = 9;
    body.toBytes()[1] = 9;

    assertThat(body).isEqualTo(Body.of(new byte[] {1, 2, 3}));
    assertThat(body.view().isReadOnly()).isTrue();
  }

  @Test
  void aDerivedIdDependsOnKindFieldsAndTheirBorders() {
    assertThat(EventId.derived(KEY, "status", "a", "b"))
        .isEqualTo(EventId.derived(KEY, "status", "a", "b"));
    assertThat(
            List.of(
                EventId.derived(KEY, "status", "a", "b"),
                EventId.derived(KEY, "status", "ab", ""),
                EventId.derived(KEY, "status", "b", "a"),
                EventId.derived(KEY, "opt-out", "a", "b")))
        .doesNotHaveDuplicates();
  }

  @Test
  void aSecretPartOfAUrlIsShownOnlyOnTheWire() {
    var url = new CallUrl("https://api.example/bot{token}/send", Map.of("token", Secret.of("t:1")));

    assertThat(url.reveal()).isEqualTo("https://api.example/bott:1/send");
    assertThat(url).hasToString("https://api.example");
  }

  @Test
  void onlyWhatCannotArriveTwiceIsSentAgain() {
    assertThat(
            new SendOutcome.Retry(Duration.ZERO, "429")
                .mayResend(capabilities(new SendIdempotency.None())))
        .isTrue();
    assertThat(new SendOutcome.Unknown().mayResend(capabilities(new SendIdempotency.None())))
        .isFalse();
    assertThat(new SendOutcome.Unknown().mayResend(capabilities(new SendIdempotency.OwnId())))
        .isTrue();
    assertThat(
            new SendOutcome.OptedOut("21610").mayResend(capabilities(new SendIdempotency.OwnId())))
        .isFalse();
  }

  @Test
  void whatAChannelCannotCarryIsRefusedByName() {
    assertThat(refusal(0, 1)).isEqualTo("attachments-unsupported");
    assertThat(refusal(1, 2)).isEqualTo("too-many-attachments");
    assertThat(refusal(2, 2)).isEmpty();
    assertThat(refusal(0, 0)).isEmpty();
  }

  private static String refusal(int allowed, int attached) {
    var address = new Address("a", Address.Kind.OPAQUE);
    var message =
        new Outbound(
            "m", address, address, "hi", Collections.nCopies(attached, "u"), Stated.absent());
    return capabilities(new SendIdempotency.None(), allowed)
        .refusal(message)
        .map(SendOutcome.Failed::code)
        .orElse("");
  }

  private static Capabilities capabilities(SendIdempotency idempotency) {
    return capabilities(idempotency, 0);
  }

  private static Capabilities capabilities(SendIdempotency idempotency, int media) {
    return new Capabilities(
        Set.of(Arrival.WEBHOOK),
        "none",
        new ReplayWindow.None(),
        false,
        false,
        new AckBudget.NotStated(),
        new RetryHorizon.NotStated(),
        false,
        1,
        new OutboundLimits(new TextLimit.Bytes(10), Set.of(), media, 0, 0, false),
        idempotency,
        new SessionWindow.Open(),
        Set.of(),
        false,
        OptOutSource.NONE,
        new RateLimits(Stated.absent(), Stated.absent()));
  }
}
