package org.reachline.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Found;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpReply;
import org.reachline.channels.spi.Outbound;

/** A page whose answer was lost is found again, or honestly not. */
class TwilioLookupTest {
  private static final Instant SINCE = Instant.parse("2026-01-17T04:12:07Z");
  private static final String LATER = "Sat, 17 Jan 2026 04:12:09 +0000";
  private static final String EARLIER = "Sat, 17 Jan 2026 04:10:00 +0000";

  private final TwilioAdapter adapter = new TwilioAdapter();
  private final ChannelConfig config = config();
  private final Outbound page =
      new TwilioTwin().outbound("m-1", "Page K7Q: reply K7Q to take it", List.of(), config);

  @Test
  void theListOfMessagesToThePersonIsAsked() {
    var call = adapter.lookup(page, SINCE, config).orElseThrow();

    assertThat(call.method()).isEqualTo("GET");
    assertThat(call.url().reveal())
        .contains("/Messages.json?To=" + TwilioApi.encode(page.to().exact()))
        .contains("&From=%2B")
        .endsWith("&PageSize=50");
    assertThat(call.toString()).doesNotContain(page.to().exact().substring(1));
  }

  @Test
  void oneOfTheSameWordsSinceThenIsTheOne() {
    assertThat(result(one("SM1", page.text(), LATER, "delivered")))
        .isEqualTo(new Found.Has(List.of("SM1"), new DeliveryStatus.Delivered()));
  }

  @Test
  void theTrialAccountsPrefixIsNoDifference() {
    String words = "Sent from your Twilio trial account - " + page.text();

    assertThat(result(one("SM1", words, LATER, "queued"))).isInstanceOf(Found.Has.class);
  }

  @Test
  void anOlderOneOtherWordsAndAnInboundOneAreOthers() {
    assertThat(result(one("SM1", page.text(), EARLIER, "sent"))).isEqualTo(new Found.HasNot());
    assertThat(result(one("SM1", "K7Q", LATER, "sent"))).isEqualTo(new Found.HasNot());
    assertThat(result(one("SM1", page.text(), LATER, "sent").replace("outbound-api", "inbound")))
        .isEqualTo(new Found.HasNot());
    assertThat(result("")).isEqualTo(new Found.HasNot());
  }

  @Test
  void aTimeNobodyCanReadIsTakenForNew() {
    assertThat(result(one("SM1", page.text(), "soon", "sent"))).isInstanceOf(Found.Has.class);
  }

  @Test
  void aFullPageOfNewerMessagesDecidesNothing() {
    String others =
        IntStream.range(0, TwilioLookup.PAGE)
            .mapToObj(i -> one("SM" + i, "other " + i, LATER, "sent"))
            .collect(Collectors.joining(","));

    assertThat(result(others)).isEqualTo(new Found.Unclear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"messages\":7}", "<html>", "{\"messages\":["})
  void nonsenseDecidesNothing(String body) {
    assertThat(reply(200, body)).isEqualTo(new Found.Unclear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[null]", "[7]", "[{}]", "[{\"body\":{}}]"})
  void oddEntriesAreOthers(String list) {
    assertThat(reply(200, "{\"messages\":" + list + "}")).isEqualTo(new Found.HasNot());
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 301, 401, 404, 429, 500})
  void anyOtherAnswerDecidesNothing(int status) {
    assertThat(reply(status, "{\"messages\":[]}")).isEqualTo(new Found.Unclear());
  }

  @Test
  void noAnswerDecidesNothing() {
    assertThat(adapter.lookupResult(page, SINCE, new HttpReply.Lost(), config))
        .isEqualTo(new Found.Unclear());
  }

  private Found result(String messages) {
    return reply(200, "{\"messages\":[" + messages + "]}");
  }

  private Found reply(int status, String body) {
    var answered = new HttpReply.Answered(status, Headers.none(), Body.of(body));
    return adapter.lookupResult(page, SINCE, answered, config);
  }

  private String one(String sid, String body, String created, String status) {
    return """
        {"sid":"%s","body":"%s","to":"%s","direction":"outbound-api","date_created":"%s",
        "status":"%s","error_code":null,"error_message":null}"""
        .formatted(sid, body, page.to().exact(), created, status);
  }

  private ChannelConfig config() {
    var settings = new TwilioTwin().settings("token", Map.of("apiBase", "http://127.0.0.1:8089"));
    var read = adapter.configSpec().read(adapter.type(), settings);
    return ((ConfigSpec.Reading.Usable) read).config();
  }
}
