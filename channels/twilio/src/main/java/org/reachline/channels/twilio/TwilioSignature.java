package org.reachline.channels.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Secret;
import org.reachline.channels.spi.Verdict;

/**
 * Twilio's signature: base64 of HMAC-SHA1 over the URL and, for a form, each distinct name in
 * order, each followed by each of its distinct values in order. JSON is bound by a digest in the
 * URL instead. By hand, because the vendor's validator loses repeated parameters and rebuilds the
 * URL.
 */
final class TwilioSignature {
  private static final String HEADER = "X-Twilio-Signature";
  private static final int FORBIDDEN = 403;

  private final Secret token;

  TwilioSignature(Secret token) {
    this.token = token;
  }

  Verdict check(RawRequest request) {
    List<String> given = request.headers().all(HEADER);
    if (given.stream().allMatch(String::isEmpty)) {
      return new Verdict.Rejected(Verdict.Reason.MISSING, FORBIDDEN);
    }
    return given.size() == 1 && bodyIsBound(request) && matches(request, given.getFirst())
        ? new Verdict.Ok(TwilioAdapter.AUTH_TOKEN)
        : new Verdict.Rejected(Verdict.Reason.BAD, FORBIDDEN);
  }

  /** The URL signs a form with its parameters, and anything else by a digest of the body. */
  private static boolean bodyIsBound(RawRequest request) {
    return Form.isForm(request)
        || request.body().isEmpty()
        || Form.ofQuery(request.url()).find("bodySHA256").stream()
            .anyMatch(digest -> same(digest, request.body().sha256()));
  }

  /** Twilio signs with or without the port, whatever the URL says: both are tried. */
  private boolean matches(RawRequest request, String given) {
    byte[] parameters = Form.ofBody(request).signed();
    boolean matches = false;
    for (String url : PortVariants.of(request.url())) {
      matches |= same(given, mac(url, parameters));
    }
    return matches;
  }

  private String mac(String url, byte[] parameters) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.reveal().getBytes(UTF_8), "HmacSHA1"));
      mac.update(url.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(parameters));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }

  private static boolean same(String given, String right) {
    return MessageDigest.isEqual(given.getBytes(UTF_8), right.getBytes(UTF_8));
  }
}
