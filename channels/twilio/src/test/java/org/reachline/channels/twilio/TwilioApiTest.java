package org.reachline.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.channels.spi.CallHeader;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.MediaPlan;
import org.reachline.channels.spi.MediaRef;

/** The account's credentials go to Twilio and to nobody else. */
class TwilioApiTest {
  private final TwilioAdapter adapter = new TwilioAdapter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        "https://mcs.us1.twilio.com/v1/Services/IS1/Media/ME1",
        "http://127.0.0.1:8089/media/1"
      })
  void mediaAtTwilioAreFetchedWithCredentials(String url) {
    assertThat(headers(url)).singleElement().isInstanceOf(CallHeader.Hidden.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.twilio.com.stranger.example/a",
        "https://api.twilio.com@stranger.example/a",
        "https://nottwilio.com/a",
        "https://stranger.example/api.twilio.com/a",
        "http://api.twilio.com/a",
        "https://api.twilio.com:8443/a",
        "http://127.0.0.1:80891/a"
      })
  void mediaElsewhereAreFetchedWithout(String url) {
    assertThat(headers(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://api.twilio.com/a", "", "https"})
  void whatIsNoWebAddressIsNotFetched(String url) {
    assertThat(adapter.media(new MediaRef.Url(url), config())).isEqualTo(new MediaPlan.None());
  }

  @Test
  void theHealthProbeAsksForTheLinesOwnNumber() {
    var probe = adapter.healthProbe(config()).orElseThrow();

    assertThat(probe.url().reveal())
        .isEqualTo(
            "http://127.0.0.1:8089/2010-04-01/Accounts/AC00000000000000000000000000000001"
                + "/IncomingPhoneNumbers.json?PhoneNumber=%2B15005550100");
    assertThat(probe.headers()).singleElement().isInstanceOf(CallHeader.Hidden.class);
  }

  private List<CallHeader> headers(String url) {
    return adapter.media(new MediaRef.Url(url), config()) instanceof MediaPlan.Direct(var call)
        ? call.headers()
        : List.of(new CallHeader.Plain("not", "fetched"), new CallHeader.Plain("at", "all"));
  }

  private ChannelConfig config() {
    var settings = new TwilioTwin().settings("token", Map.of("apiBase", "http://127.0.0.1:8089"));
    var read = adapter.configSpec().read(adapter.type(), settings);
    return ((ConfigSpec.Reading.Usable) read).config();
  }
}
