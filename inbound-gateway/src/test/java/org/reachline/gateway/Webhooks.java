package org.reachline.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;

/** Signed webhooks in Twilio's shape, made independently of the adapter. */
final class Webhooks {
  static final String TOKEN = "token-of-the-test-line";
  static final String FORM = "application/x-www-form-urlencoded";

  private Webhooks() {}

  /** A text message of a client. */
  static Map<String, String> text(String sid, String from, String to, String body) {
    return new TreeMap<>(
        Map.of(
            "MessageSid",
            sid,
            "AccountSid",
            "AC1",
            "From",
            from,
            "To",
            to,
            "Body",
            body,
            "NumMedia",
            "0"));
  }

  /** The body of a form post. */
  static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> encode(f.getKey()) + "=" + encode(f.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The signature the provider would send for a form post to an address. */
  static String signature(String token, String url, Map<String, String> fields) {
    StringBuilder base = new StringBuilder(url);
    new TreeMap<>(fields).forEach((name, value) -> base.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(base.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The same as a request that has already been read. */
  static RawRequest request(String token, String url, Map<String, String> fields) {
    Headers headers =
        Headers.none()
            .with("Content-Type", FORM)
            .with("X-Twilio-Signature", signature(token, url, fields));
    return new RawRequest("POST", new PublicUrl(url), headers, Body.of(encoded(fields)));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
