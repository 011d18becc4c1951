package org.reachline.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.reachline.standalone.provider.TwilioFixture.LINE;
import static org.reachline.standalone.provider.TwilioFixture.MIRROR_LINE;
import static org.reachline.standalone.provider.TwilioFixture.MIRROR_SID;
import static org.reachline.standalone.provider.TwilioFixture.NOW;
import static org.reachline.standalone.provider.TwilioFixture.PHONE;
import static org.reachline.standalone.provider.TwilioFixture.SID;
import static org.reachline.standalone.provider.TwilioFixture.TOKEN;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reachline.standalone.provider.HookServer.Hook;
import org.reachline.standalone.provider.TwilioFixture.Reply;

class SendingTest {
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
  void aSentMessageIsAnsweredInTheRealShapeAndArrives() throws Exception {
    Reply reply =
        fixture.text("we are coming", "MediaUrl", "https://a/1.jpg", "MediaUrl", "https://a/2.jpg");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.json().get("sid").asString()).matches("MM[0-9a-f]{32}");
    assertThat(reply.json().get("status").asString()).isEqualTo("queued");
    assertThat(reply.json().get("num_media").asString()).isEqualTo("2");
    assertThat(reply.json().get("error_code").isNull()).isTrue();
    assertThat(reply.json().get("date_created").asString())
        .isEqualTo("Thu, 05 Mar 2026 04:05:06 +0000");
    assertThat(fixture.twilio.phones().at(PHONE))
        .containsExactly(
            new Arrival(
                reply.json().get("sid").asString(),
                LINE,
                PHONE,
                "we are coming",
                List.of("https://a/1.jpg", "https://a/2.jpg"),
                NOW));
  }

  @Test
  void statusCallbacksAreSignedAndInOrder() throws Exception {
    String callback = fixture.hooks.url("/receipts?message=m1%2B");
    String sid = fixture.text("hello", "StatusCallback", callback).json().get("sid").asString();

    List<Hook> hooks = fixture.hooks.next(3);

    assertThat(hooks)
        .extracting(hook -> hook.form().first("MessageStatus").orElse(""))
        .containsExactly("queued", "sent", "delivered");
    assertThat(hooks)
        .allSatisfy(
            hook -> {
              assertThat(hook.path()).isEqualTo("/receipts?message=m1%2B");
              assertThat(hook.form().first("MessageSid")).contains(sid);
              assertThat(hook.signature()).isEqualTo(Signature.of(TOKEN, callback, hook.form()));
            });
  }

  @ParameterizedTest
  @CsvSource({
    "'', +15550100001, hi, 21604",
    "+15550123456, '', hi, 21603",
    "+15550123456, +15550100001, '', 21602",
    "nobody, +15550100001, hi, 21211",
    "+15550123456, +15550109999, hi, 21606",
  })
  void aWrongRequestIsRefusedWithTheRealCode(String to, String from, String body, int code)
      throws Exception {
    Reply reply = fixture.send("To", to, "From", from, "Body", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("code").asInt()).isEqualTo(code);
    assertThat(fixture.twilio.phones().all()).isEmpty();
  }

  @Test
  void aTooLongBodyIsRefused() throws Exception {
    assertThat(fixture.text("x".repeat(1_601)).json().get("code").asInt()).isEqualTo(21617);
  }

  @Test
  void theMirrorAgencysNumberAndAccountAreNotOurs() throws Exception {
    assertThat(
            fixture.send("To", PHONE, "From", MIRROR_LINE, "Body", "hi").json().get("code").asInt())
        .isEqualTo(21606);
    assertThat(fixture.post(MIRROR_SID, "other", "To", PHONE, "From", LINE, "Body", "hi").status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"wrong", "''"})
  void aWrongTokenIsRefused(String token) throws Exception {
    Reply reply = fixture.post(SID, token, "To", PHONE, "From", LINE, "Body", "hi");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.json().get("code").asInt()).isEqualTo(20003);
  }

  @Test
  void aPhoneMayBeRejected() throws Exception {
    fixture.twilio.disturbances().reject(PHONE, 21610);

    Reply reply = fixture.text("hello");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().get("code").asInt()).isEqualTo(21610);
    assertThat(fixture.twilio.phones().at(PHONE)).isEmpty();
  }

  @Test
  void anUndeliverableMessageIsTakenAndReportedWithItsCode() throws Exception {
    fixture.twilio.disturbances().undeliverable(PHONE, 30003);

    String sid =
        fixture
            .text("hello", "StatusCallback", fixture.hooks.url("/r"))
            .json()
            .get("sid")
            .asString();

    Hook last = fixture.hooks.next(3).getLast();
    assertThat(last.form().first("MessageStatus")).contains("undelivered");
    assertThat(last.form().first("ErrorCode")).contains("30003");
    assertThat(
            fixture
                .get("/2010-04-01/Accounts/" + SID + "/Messages/" + sid + ".json")
                .json()
                .get("error_code")
                .asInt())
        .isEqualTo(30003);
    assertThat(fixture.twilio.phones().at(PHONE)).isEmpty();
  }

  @Test
  void aHangingApiTakesNothing() {
    fixture.twilio.disturbances().hang(PHONE);

    assertThatThrownBy(() -> fixture.call(fixture.impatient()))
        .isInstanceOf(HttpTimeoutException.class);
    assertThat(fixture.twilio.phones().at(PHONE)).isEmpty();
  }

  @Test
  void aLostAnswerIsAMessageThatArrivedAllTheSame() {
    fixture.twilio.disturbances().loseAnswer(PHONE);

    assertThatThrownBy(() -> fixture.text("hello")).isInstanceOf(IOException.class);
    assertThat(fixture.twilio.phones().at(PHONE)).hasSize(1);
  }

  @Test
  void anOutageEndsWhenToldTo() throws Exception {
    fixture.twilio.disturbances().outage(503);
    int during = fixture.text("hello").status();
    fixture.twilio.disturbances().none();

    assertThat(during).isEqualTo(503);
    assertThat(fixture.text("hello").status()).isEqualTo(201);
    assertThat(fixture.twilio.phones().at(PHONE)).hasSize(1);
  }

  @Test
  void receiptsMayBeDroppedRepeatedOrReversed() throws Exception {
    fixture.twilio.disturbances().dropReceipts(PHONE);
    fixture.text("dropped", "StatusCallback", fixture.hooks.url("/dropped"));
    fixture.twilio.disturbances().repeatReceipts(PHONE);
    fixture.text("repeated", "StatusCallback", fixture.hooks.url("/repeated"));
    List<String> repeated = statuses(6);
    fixture.twilio.disturbances().receipts(PHONE, Disturbances.Receipts.REVERSED);
    fixture.text("reversed", "StatusCallback", fixture.hooks.url("/reversed"));
    List<String> reversed = statuses(3);

    assertThat(repeated)
        .isEqualTo(
            Stream.of("queued", "sent", "delivered")
                .flatMap(s -> Stream.of(s, s))
                .map("/repeated "::concat)
                .toList());
    assertThat(reversed)
        .containsExactly("/reversed delivered", "/reversed sent", "/reversed queued");
    assertThat(fixture.hooks.isQuiet()).isTrue();
    assertThat(fixture.twilio.phones().at(PHONE)).hasSize(3);
  }

  private List<String> statuses(int count) throws InterruptedException {
    return fixture.hooks.next(count).stream()
        .map(hook -> hook.path() + " " + hook.form().first("MessageStatus").orElse(""))
        .toList();
  }
}
