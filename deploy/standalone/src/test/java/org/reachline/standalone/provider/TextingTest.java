package org.reachline.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reachline.standalone.provider.TwilioFixture.LINE;
import static org.reachline.standalone.provider.TwilioFixture.NOW;
import static org.reachline.standalone.provider.TwilioFixture.PHONE;
import static org.reachline.standalone.provider.TwilioFixture.SID;
import static org.reachline.standalone.provider.TwilioFixture.TOKEN;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reachline.standalone.provider.Attempt.Result;
import org.reachline.standalone.provider.HookServer.Hook;

class TextingTest {
  private static final String HELP = "been outside since 6 n cant feel my hands 🥶 + & = %";
  private static final String NOBODY = "http://127.0.0.1:1/sms";

  private TwilioFixture fixture;

  @BeforeEach
  void start() throws IOException {
    fixture = new TwilioFixture();
  }

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void aTextIsASignedFormPostToTheNumbersWebhook() throws Exception {
    TextResult result = text(HELP);

    Hook hook = fixture.hooks.next();
    assertThat(hook.form().first("Body")).contains(HELP);
    assertThat(hook.form().first("From")).contains(PHONE);
    assertThat(hook.form().first("To")).contains(LINE);
    assertThat(hook.form().first("MessageSid")).contains(result.sid());
    assertThat(hook.form().first("AccountSid")).contains(SID);
    assertThat(hook.signature())
        .isEqualTo(Signature.of(TOKEN, fixture.hooks.url("/sms?line=a%2Bb"), hook.form()));
    assertThat(result.taken()).isTrue();
    assertThat(fixture.twilio.textAttempts())
        .containsExactly(
            new Attempt(
                result.sid(),
                fixture.hooks.url("/sms?line=a%2Bb"),
                new Result.Answered(200, ""),
                NOW,
                NOW));
  }

  @Test
  void picturesAreNumbered() throws Exception {
    fixture
        .twilio
        .textFrom(PHONE, LINE, "", List.of("https://a/1", "https://a/2"))
        .get(10, TimeUnit.SECONDS);

    Form form = fixture.hooks.next().form();
    assertThat(form.first("NumMedia")).contains("2");
    assertThat(form.first("MediaUrl1")).contains("https://a/2");
    assertThat(form.first("MediaContentType0")).isPresent();
  }

  @Test
  void whereNobodyListensItIsTriedOnceMoreAndThenTheFallback() throws Exception {
    fixture.twilio.route(new TwilioNumber(LINE, NOBODY, List.of(fixture.hooks.url("/fallback"))));

    TextResult result = text("hello");

    assertThat(result.attempts())
        .extracting(Attempt::url)
        .containsExactly(NOBODY, NOBODY, fixture.hooks.url("/fallback"));
    assertThat(result.attempts().getFirst().result()).isEqualTo(new Result.NotConnected());
    assertThat(result.taken()).isTrue();
    assertThat(fixture.hooks.next().path()).isEqualTo("/fallback");
  }

  @Test
  void aRefusalIsNotRepeatedAndTheTextStaysInTheList() throws Exception {
    fixture.hooks.answer(503, "");

    TextResult result = text("hello");

    assertThat(result.attempts())
        .singleElement()
        .extracting(Attempt::result)
        .isEqualTo(new Result.Answered(503, ""));
    assertThat(result.taken()).isFalse();
    assertThat(
            fixture.list("?To=%2B15550100001").json().get("messages").get(0).get("sid").asString())
        .isEqualTo(result.sid());
  }

  @Test
  void redeliveryIsTheSameBytes() throws Exception {
    TextResult result = text("hello");

    fixture.twilio.redeliver(result.sid()).get(10, TimeUnit.SECONDS);

    List<Hook> both = fixture.hooks.next(2);
    assertThat(both.getFirst()).isEqualTo(both.getLast());
  }

  @Test
  void twimlInTheAnswerArrivesOnThePhone() throws Exception {
    fixture.hooks.answer(
        200,
        "<?xml version=\"1.0\"?><Response><Message>first</Message><Message><Body>second &amp; last</Body></Message></Response>");

    text("HELP");

    assertThat(fixture.twilio.phones().at(PHONE))
        .extracting(Arrival::body)
        .containsExactly("first", "second & last");
    assertThat(fixture.twilio.phones().at(PHONE)).extracting(Arrival::from).containsOnly(LINE);
  }

  @Test
  void anAnswerThatIsNoTwimlSendsNothing() throws Exception {
    fixture.hooks.answer(200, "<Response><Message>cut");
    text("a");
    fixture.hooks.answer(200, "thanks");
    text("b");

    assertThat(fixture.twilio.phones().all()).isEmpty();
  }

  @Test
  void anUnknownNumberIsTheCallersMistake() {
    assertThatThrownBy(() -> fixture.twilio.textFrom(PHONE, "+15550000000", "hi"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("+15550000000");
  }

  @Test
  void theListIsNarrowedAndPaged() throws Exception {
    for (int i = 0; i < 3; i++) {
      text("text " + i);
    }
    fixture.text("an answer");

    var page = fixture.list("?To=%2B15550100001&DateSent%3E=2026-03-05&PageSize=2").json();
    var rest = fixture.get(page.get("next_page_uri").asString()).json();

    assertThat(page.get("messages")).hasSize(2);
    assertThat(page.get("messages").get(0).get("body").asString()).isEqualTo("text 2");
    assertThat(rest.get("messages")).hasSize(1);
    assertThat(rest.get("next_page_uri").isNull()).isTrue();
    assertThat(fixture.list("?DateSent%3C=2026-03-04").json().get("messages")).isEmpty();
    assertThat(fixture.list("?DateSent=2026-03-05&From=%2B15550100001").json().get("messages"))
        .hasSize(1);
  }

  @Test
  void theAccountAndItsNumbersCanBeAskedFor() throws Exception {
    String account = "/2010-04-01/Accounts/" + SID;

    assertThat(fixture.get(account + ".json").json().get("status").asString()).isEqualTo("active");
    assertThat(
            fixture
                .get(account + "/IncomingPhoneNumbers.json?PhoneNumber=%2B15550100001")
                .json()
                .get("incoming_phone_numbers"))
        .singleElement()
        .satisfies(n -> assertThat(n.get("phone_number").asString()).isEqualTo(LINE));
    assertThat(fixture.get(account + "/Messages/SM0.json").status()).isEqualTo(404);
  }

  @Test
  void aPhoneIsWaitedForAndWatched() throws Exception {
    fixture.text("early");
    var watched =
        fixture.twilio.phones().arrivals(PHONE).map(Arrival::body).take(2).collectList().toFuture();

    fixture.text("late");

    assertThat(watched.get(10, TimeUnit.SECONDS)).containsExactly("early", "late");
    assertThat(
            fixture
                .twilio
                .phones()
                .await(PHONE, a -> a.body().equals("late"), Duration.ofSeconds(10)))
        .isPresent();
    assertThat(
            fixture
                .twilio
                .phones()
                .await(PHONE, a -> a.body().equals("never"), Duration.ofMillis(20)))
        .isEmpty();
  }

  @Test
  void nothingThatIsPrintedHoldsANumberOrAText() {
    Arrival arrival = new Arrival("SM1", LINE, PHONE, HELP, List.of(), NOW);

    assertThat(
            arrival
                + " "
                + new TwilioNumber(LINE, "http://h/")
                + " "
                + new TwilioAccount(SID, TOKEN, List.of())
                + new Result.Answered(200, HELP))
        .doesNotContain(PHONE, LINE, HELP, TOKEN);
  }

  private TextResult text(String body) throws Exception {
    return fixture.twilio.textFrom(PHONE, LINE, body).get(10, TimeUnit.SECONDS);
  }
}
