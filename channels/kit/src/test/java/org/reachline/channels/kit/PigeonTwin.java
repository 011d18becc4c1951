package org.reachline.channels.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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

/** The other end of the made-up channel. */
final class PigeonTwin implements ProviderTwin {
  private static final String LOFT = "loft-1";
  private static final String CLIENT = "bird-4711";

  @Override
  public Map<String, String> settings(String secret, Map<String, String> caseConfig) {
    return Map.of("loft", LOFT, "signingKey", secret, "apiKey", "api-" + secret);
  }

  @Override
  public String signatureHeader() {
    return "Pigeon-Signature";
  }

  @Override
  public Set<String> signedHeaders() {
    return Set.of("Pigeon-Time");
  }

  @Override
  public RawRequest sign(RawRequest request, ChannelConfig config, Instant at) {
    return signed(request, config, at, "HmacSHA256");
  }

  @Override
  public Stated<RawRequest> signOtherwise(RawRequest request, ChannelConfig config, Instant at) {
    return Stated.of(signed(request, config, at, "HmacSHA1"));
  }

  private RawRequest signed(RawRequest request, ChannelConfig config, Instant at, String how) {
    String text = at.getEpochSecond() + "." + request.url().exact() + "\n" + request.body().text();
    String signature = "v1=" + mac(how, config.secret("signingKey").reveal(), text);
    return Requests.header(
        Requests.header(request, "Pigeon-Time", "" + at.getEpochSecond()),
        signatureHeader(),
        signature);
  }

  static String mac(String algorithm, String key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public RawRequest text(String messageId, String text, ChannelConfig config) {
    return letter("id=" + messageId + "&from=" + CLIENT + "&to=" + LOFT + "&text=" + encode(text));
  }

  @Override
  public RawRequest receipt(String messageId, String status, ChannelConfig config) {
    return letter("id=" + messageId + "&from=" + CLIENT + "&to=" + LOFT + "&status=" + status);
  }

  @Override
  public Stated<RawRequest> optOut(String messageId, ChannelConfig config) {
    return Stated.of(
        letter("id=" + messageId + "&from=" + CLIENT + "&to=" + LOFT + "&text=x&signal=stop"));
  }

  @Override
  public List<RawRequest> routed(ChannelConfig config) {
    return List.of(
        text("r1", "hello", config), letter("id=r2&from=b&to=" + LOFT + "&pool=p1&text=hello"));
  }

  private static RawRequest letter(String body) {
    return new RawRequest(
        "POST",
        new PublicUrl("https://loft.example/in"),
        Headers.none().with("Content-Type", "application/x-www-form-urlencoded"),
        Body.of(body));
  }

  @Override
  public Map<String, DeliveryStatus> statuses() {
    return Map.of(
        "sent", new DeliveryStatus.Sent(),
        "delivered", new DeliveryStatus.Delivered(),
        "read", new DeliveryStatus.Read(),
        "lost", new DeliveryStatus.Failed(Stated.absent()));
  }

  @Override
  public Outbound outbound(
      String messageId, String text, List<String> mediaUrls, ChannelConfig config) {
    return new Outbound(
        messageId,
        new Address(CLIENT, Address.Kind.OPAQUE),
        new Address(LOFT, Address.Kind.OPAQUE),
        text,
        mediaUrls,
        Stated.absent());
  }

  @Override
  public String textOf(HttpCall call) {
    return call.body().text().replaceFirst("^to=[^&]*&text=", "");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
