package org.reachline.channels.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.reachline.channels.kit.ProviderTwin;
import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Stated;

/** Twilio's side, from its documentation: it words webhooks and signs them in its own code. */
final class TwilioTwin implements ProviderTwin {
  static final String LINE = "+15005550100";
  static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private static final String CLIENT = "+15005550177";
  private static final String URL = "https://hooks.example.org/twilio/line-1?agency=a%2Bb";

  @Override
  public Map<String, String> settings(String secret, Map<String, String> caseConfig) {
    var settings =
        new HashMap<>(
            Map.of(
                "accountSid", "AC00000000000000000000000000000001",
                "authToken", secret,
                "address", LINE));
    settings.putAll(caseConfig);
    return settings;
  }

  @Override
  public String signatureHeader() {
    return "X-Twilio-Signature";
  }

  @Override
  public RawRequest sign(RawRequest request, ChannelConfig config, Instant at) {
    return signed(withDigest(request), config, "HmacSHA1");
  }

  @Override
  public Stated<RawRequest> signOtherwise(RawRequest request, ChannelConfig config, Instant at) {
    return Stated.of(signed(withDigest(request), config, "HmacSHA256"));
  }

  /** JSON is bound by a digest in the URL. */
  private static RawRequest withDigest(RawRequest request) {
    if (isForm(request)) {
      return request;
    }
    String url = request.url().exact();
    var bound =
        new PublicUrl(
            url + (url.indexOf('?') < 0 ? "?" : "&") + "bodySHA256=" + request.body().sha256());
    return new RawRequest(request.method(), bound, request.headers(), request.body());
  }

  private RawRequest signed(RawRequest request, ChannelConfig config, String algorithm) {
    String text = request.url().exact() + (isForm(request) ? parameters(request) : "");
    String signature = hmac(algorithm, config.secret("authToken").reveal(), text);
    return new RawRequest(
        request.method(),
        request.url(),
        request.headers().without(signatureHeader()).with(signatureHeader(), signature),
        request.body());
  }

  private static String parameters(RawRequest request) {
    return Stream.of(request.body().text().split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> (pair + (pair.indexOf('=') < 0 ? "=" : "")).split("=", 2))
        .map(pair -> Map.entry(decode(pair[0]), decode(pair[1])))
        .distinct()
        .sorted(
            Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
        .map(pair -> pair.getKey() + pair.getValue())
        .collect(Collectors.joining());
  }

  private static String hmac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public RawRequest text(String messageId, String text, ChannelConfig config) {
    return form(incoming(messageId, text, Map.of()));
  }

  @Override
  public RawRequest receipt(String messageId, String status, ChannelConfig config) {
    return form(
        Map.of("MessageSid", messageId, "MessageStatus", status, "From", LINE, "To", CLIENT));
  }

  @Override
  public Stated<RawRequest> optOut(String messageId, ChannelConfig config) {
    return Stated.of(form(incoming(messageId, "STOP", Map.of("OptOutType", "STOP"))));
  }

  @Override
  public List<RawRequest> routed(ChannelConfig config) {
    return List.of(
        text("SM1", "hello", config),
        form(incoming("SM2", "hello", Map.of("MessagingServiceSid", SERVICE))),
        receipt("SM3", "sent", config));
  }

  @Override
  public Map<String, DeliveryStatus> statuses() {
    var failed = new DeliveryStatus.Failed(Stated.absent());
    return Map.of(
        "accepted", new DeliveryStatus.Queued(),
        "scheduled", new DeliveryStatus.Queued(),
        "queued", new DeliveryStatus.Queued(),
        "sending", new DeliveryStatus.Queued(),
        "sent", new DeliveryStatus.Sent(),
        "delivered", new DeliveryStatus.Delivered(),
        "read", new DeliveryStatus.Read(),
        "undelivered", failed,
        "failed", failed,
        "canceled", failed);
  }

  @Override
  public Outbound outbound(
      String messageId, String text, List<String> mediaUrls, ChannelConfig config) {
    return new Outbound(
        messageId,
        new Address(CLIENT, Address.Kind.PHONE),
        new Address(LINE, Address.Kind.PHONE),
        text,
        mediaUrls,
        Stated.of("https://hooks.example.org/twilio/line-1/receipts"));
  }

  @Override
  public String textOf(HttpCall call) {
    return Stream.of(call.body().text().split("&"))
        .filter(pair -> pair.startsWith("Body="))
        .map(pair -> decode(pair.substring("Body=".length())))
        .collect(Collectors.joining());
  }

  private static Map<String, String> incoming(
      String messageId, String text, Map<String, String> more) {
    var fields = new TreeMap<>(more);
    fields.putAll(
        Map.of(
            "MessageSid",
            messageId,
            "AccountSid",
            "AC00000000000000000000000000000001",
            "From",
            CLIENT,
            "To",
            LINE,
            "NumMedia",
            "0",
            "SmsStatus",
            "received"));
    fields.put("Body", text);
    return fields;
  }

  private static RawRequest form(Map<String, String> fields) {
    String body =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    return new RawRequest(
        "POST",
        new PublicUrl(URL),
        Headers.none().with("Content-Type", "application/x-www-form-urlencoded"),
        Body.of(body));
  }

  private static boolean isForm(RawRequest request) {
    return request
        .headers()
        .first("Content-Type")
        .orElse("")
        .startsWith("application/x-www-form-urlencoded");
  }

  private static String decode(String escaped) {
    try {
      return URLDecoder.decode(escaped, UTF_8);
    } catch (IllegalArgumentException _) {
      return escaped;
    }
  }
}
