package org.reachline.standalone.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The published request signature: URL, then each distinct name and value in order, under
 * HMAC-SHA1. Written apart from the product's own, so that it judges it.
 */
public final class Signature {
  private Signature() {}

  /** What the provider sends in {@code X-Twilio-Signature} for a form posted to this address. */
  public static String of(String authToken, String url, Form form) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed(url, form).getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(String url, Form form) {
    return form.fields().stream()
        .distinct()
        .sorted(comparing(Form.Field::name).thenComparing(Form.Field::value))
        .map(field -> field.name() + field.value())
        .collect(Collectors.joining("", url, ""));
  }
}
