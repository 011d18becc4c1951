package org.reachline.channels.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.Inbound;
import org.reachline.channels.spi.Item;
import org.reachline.channels.spi.Part;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;

/**
 * Authentic requests that nobody documented: a person's words are never lost, and never taken for
 * something else. {@code S} stands for the id, {@code A} for both addresses.
 */
class OddPayloadsTest {
  private static final String SID = "MessageSid=SM1";
  private static final String ADDRESSES = "From=%2B15005550177&To=%2B15005550100";

  private final TwilioAdapter adapter = new TwilioAdapter();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a text                          | S&A&Body=hi                                   | message [text hi]
          no body at all                  | S&A                                           | message []
          an empty body                   | S&A&Body=                                     | message []
          blanks only                     | S&A&Body=+                                    | message [text ' ']
          a body twice: the first         | S&A&Body=one&Body=two                         | message [text one]
          an empty body, then words       | S&A&Body=&Body=two                            | message [text two]
          names are exact                 | S&A&body=hi&BODY=ho                           | message []
          a broken escape stands for itself | S&A&Body=100%&x=1                           | message [text 100%]
          half an escape                  | S&A&Body=%4                                   | message [text %4]
          no hex                          | S&A&Body=%zz                                  | message [text %zz]
          an escape at the very end       | S&A&Body=a%41                                 | message [text aA]
          a raw equals sign               | S&A&Body=a=b=c                                | message [text a=b=c]
          a plus and an escaped plus      | S&A&Body=1+%2B+1                              | message [text 1 + 1]
          the status in capitals          | S&A&Body=hi&SmsStatus=RECEIVED                | message [text hi]
          on its way in                   | S&A&Body=hi&SmsStatus=receiving               | message [text hi]
          a status nobody knows, with words | S&A&Body=hi&SmsStatus=landed                | message [text hi]
          a status nobody knows, alone    | S&A&SmsStatus=landed                          | status unknown
          delivered, in capitals          | S&A&MessageStatus=DELIVERED                   | status delivered
          the newer status wins           | S&A&MessageStatus=delivered&SmsStatus=sent    | status delivered
          failed without a code           | S&A&MessageStatus=failed                      | status failed
          failed with words for a code    | S&A&MessageStatus=failed&ErrorCode=at+the+pier | status failed unknown-code
          failed with a long code         | S&A&MessageStatus=failed&ErrorCode=999999999  | status failed unknown-code
          opted out                       | S&A&MessageStatus=failed&ErrorCode=21610      | status failed 21610, opt-out
          a signal in small letters       | S&A&Body=stop&OptOutType=stop                 | message [text stop], opt-out
          a signal nobody knows           | S&A&Body=hi&OptOutType=PAUSE                  | message [text hi]
          help is no signal               | S&A&Body=HELP&OptOutType=HELP                 | message [text HELP]
          pictures, none announced        | S&A&MediaUrl0=https://m/0                     | message [media unknown]
          pictures, more than announced   | S&A&NumMedia=1&MediaUrl0=https://m/0&MediaUrl1=https://m/1 | message [media unknown, media unknown]
          announced and missing           | S&A&NumMedia=2&MediaUrl0=https://m/0          | message [media unknown, unsupported]
          a count that is none            | S&A&Body=hi&NumMedia=-1                       | message [text hi]
          a count beyond all numbers      | S&A&Body=hi&NumMedia=99999999999999999999     | message [text hi]
          a kind nobody knows             | S&A&NumMedia=1&MediaUrl0=https://m/0&MediaContentType0=model/stl | message [media file]
          a kind in capitals              | S&A&NumMedia=1&MediaUrl0=https://m/0&MediaContentType0=IMAGE/JPEG | message [media image]
          a place nowhere                 | S&A&Latitude=north&Longitude=1                | message [unsupported]
          half a place                    | S&A&Body=hi&Latitude=47.6                     | message [text hi]
          no id                           | A&Body=hi                                     | unusable missing-field
          an empty id                     | MessageSid=&A&Body=hi                         | unusable missing-field
          an empty id, and an older one   | MessageSid=&SmsSid=SM2&A&Body=hi              | message [text hi]
          nobody wrote it                 | S&Body=hi                                     | unusable missing-field
          an empty sender                 | S&From=&To=%2B15005550100&Body=hi             | unusable missing-field
          nothing                         | ''                                            | unusable missing-field
          separators only                 | &&&==&                                        | unusable missing-field
          """)
  void isReadAsItIsMeant(String name, String body, String expected) {
    assertThat(name).isNotBlank();
    assertThat(read(body)).isEqualTo(expected);
  }

  private String read(String body) {
    String form = body.replaceAll("\\bS&", SID + "&").replaceAll("\\bA\\b(?=&|$)", ADDRESSES);
    RawRequest request =
        new RawRequest(
            "POST",
            new PublicUrl("https://hooks.example.org/twilio/line-1"),
            Headers.none().with("Content-Type", "application/x-www-form-urlencoded"),
            Body.of(form));
    Inbound inbound = adapter.parse(request, config());
    return inbound.items().stream().map(OddPayloadsTest::item).collect(Collectors.joining(", "));
  }

  private static String item(Item item) {
    return switch (item) {
      case Item.Event(var event) -> event(event);
      case Item.Ignored(var why) -> "ignored " + why;
      case Item.Unusable(var why, _) -> "unusable " + why;
    };
  }

  private static String event(ChannelEvent event) {
    return switch (event) {
      case ChannelEvent.Message message ->
          message.parts().stream()
              .map(OddPayloadsTest::part)
              .collect(Collectors.joining(", ", "message [", "]"));
      case ChannelEvent.Status status -> "status " + status(status.status());
      case ChannelEvent.OptOut _ -> "opt-out";
      case ChannelEvent.OptIn _ -> "opt-in";
      default -> event.getClass().getSimpleName();
    };
  }

  private static String status(DeliveryStatus status) {
    String word = status.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    return status instanceof DeliveryStatus.Failed(var error)
        ? (word + " " + error.map(e -> e.code()).orElse("")).strip()
        : word;
  }

  private static String part(Part part) {
    return switch (part) {
      case Part.Text(var exact) -> "text " + (exact.isBlank() ? "'" + exact + "'" : exact);
      case Part.Media media -> "media " + media.kind();
      case Part.Unsupported _ -> "unsupported";
      default -> part.getClass().getSimpleName();
    };
  }

  private ChannelConfig config() {
    var settings = new TwilioTwin().settings("token", Map.of());
    var read = adapter.configSpec().read(adapter.type(), settings);
    return ((ConfigSpec.Reading.Usable) read).config();
  }
}
