package org.reachline.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import com.twilio.twiml.MessagingResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpAnswer;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Verdict;

/** Why the signature is checked by hand, and where the vendor's library is right. */
class VendorValidatorTest {
  private static final String TOKEN = "vendor-test-token";
  private static final String URL = "https://hooks.example.org/twilio/line-1";

  private final RequestValidator vendor = new RequestValidator(TOKEN);
  private final TwilioTwin twin = new TwilioTwin();
  private final TwilioAdapter adapter = new TwilioAdapter();
  private final ChannelConfig config = config();

  @Test
  void bothAcceptAnOrdinaryForm() {
    RawRequest request = signed(URL, "Body=hello&From=%2B15005550177");

    assertThat(adapter.verify(request, config, Instant.EPOCH)).isInstanceOf(Verdict.Ok.class);
    assertThat(
            vendor.validate(
                URL, Map.of("Body", "hello", "From", "+15005550177"), signature(request)))
        .isTrue();
  }

  @Test
  void theVendorLosesRepeatedParameters() {
    RawRequest request = signed(URL, "Body=hello&MediaUrl=b&MediaUrl=a");

    assertThat(adapter.verify(request, config, Instant.EPOCH)).isInstanceOf(Verdict.Ok.class);
    for (String oneOfThem : List.of("a", "b", "ab", "ba", "a,b")) {
      assertThat(
              vendor.validate(
                  URL, Map.of("Body", "hello", "MediaUrl", oneOfThem), signature(request)))
          .as("with %s as the value", oneOfThem)
          .isFalse();
    }
  }

  @Test
  void theVendorRewritesAnEscapedPlusWhenItAddsThePort() {
    String configured = "https://hooks.example.org/twilio?line=%2B15005550100";
    String asSigned = "https://hooks.example.org:443/twilio?line=%2B15005550100";
    RawRequest signed = signed(asSigned, "Body=hello");
    RawRequest received =
        new RawRequest("POST", new PublicUrl(configured), signed.headers(), signed.body());

    assertThat(adapter.verify(received, config, Instant.EPOCH)).isInstanceOf(Verdict.Ok.class);
    assertThat(vendor.validate(configured, Map.of("Body", "hello"), signature(signed))).isFalse();
  }

  @Test
  void ourEmptyAnswerIsTheVendorsEmptyTwiml() {
    String vendors = new MessagingResponse.Builder().build().toXml();

    assertThat(TwilioAdapter.EMPTY_TWIML)
        .isEqualTo(new HttpAnswer.Fixed(200, "application/xml", vendors));
  }

  private RawRequest signed(String url, String body) {
    var headers = Headers.none().with("Content-Type", "application/x-www-form-urlencoded");
    return twin.sign(
        new RawRequest("POST", new PublicUrl(url), headers, Body.of(body)), config, Instant.EPOCH);
  }

  private String signature(RawRequest request) {
    return request.headers().first(twin.signatureHeader()).orElse("");
  }

  private ChannelConfig config() {
    var read = adapter.configSpec().read(adapter.type(), twin.settings(TOKEN, Map.of()));
    return ((ConfigSpec.Reading.Usable) read).config();
  }
}
