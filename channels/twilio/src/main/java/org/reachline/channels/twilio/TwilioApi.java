package org.reachline.channels.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.CallHeader;
import org.reachline.channels.spi.CallUrl;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.MediaPlan;
import org.reachline.channels.spi.MediaRef;
import org.reachline.channels.spi.Secret;

/** The account's REST API. Its credentials go to its own host and to no other. */
final class TwilioApi {
  private static final Pattern TWILIO_HOST =
      Pattern.compile("https://(?:[a-z0-9-]+\\.)*twilio\\.com(?::443)?/.*");

  private final ChannelConfig config;
  private final String base;

  TwilioApi(ChannelConfig config) {
    this.config = config;
    this.base = config.text(TwilioAdapter.API_BASE).replaceFirst("/+$", "");
  }

  HttpCall post(String resource, String form) {
    return new HttpCall(
        "POST",
        CallUrl.of(account() + resource),
        List.of(
            authorization(),
            new CallHeader.Plain("Accept", "application/json"),
            new CallHeader.Plain("Content-Type", "application/x-www-form-urlencoded")),
        Body.of(form));
  }

  HttpCall probe() {
    String line = config.text(TwilioAdapter.ADDRESS);
    return line.startsWith("+")
        ? get(account() + "/IncomingPhoneNumbers.json?PhoneNumber=" + encode(line), authorization())
        : get(account() + ".json", authorization());
  }

  /** The newest messages to an address; one that waits to be sent has no date to ask by. */
  HttpCall messages(String to, String from) {
    String sender = from.startsWith("MG") ? "" : "&From=" + encode(from);
    String query = "?To=" + encode(to) + sender + "&PageSize=" + TwilioLookup.PAGE;
    return get(account() + "/Messages.json" + query, authorization());
  }

  MediaPlan media(MediaRef ref) {
    return ref instanceof MediaRef.Url(var url) && url.matches("https?://.*")
        ? new MediaPlan.Direct(ours(url) ? get(url, authorization()) : get(url))
        : new MediaPlan.None();
  }

  private boolean ours(String url) {
    return url.startsWith(base + "/") || TWILIO_HOST.matcher(url).matches();
  }

  private static HttpCall get(String url, CallHeader... headers) {
    return new HttpCall("GET", CallUrl.of(url), List.of(headers), Body.empty());
  }

  private String account() {
    return base + "/2010-04-01/Accounts/" + encode(config.text(TwilioAdapter.ACCOUNT_SID));
  }

  private CallHeader authorization() {
    String user = config.text(TwilioAdapter.ACCOUNT_SID);
    String password = config.secret(TwilioAdapter.AUTH_TOKEN).reveal();
    byte[] both = (user + ":" + password).getBytes(UTF_8);
    return new CallHeader.Hidden(
        "Authorization", Secret.of("Basic " + Base64.getEncoder().encodeToString(both)));
  }

  static String encode(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
