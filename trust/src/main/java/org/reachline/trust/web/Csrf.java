package org.reachline.trust.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The token that a page of ours carries and a foreign page cannot know: a keyed hash of the
 * session's secret id, masked anew each time so that it never looks the same twice in a page.
 */
public final class Csrf {
  /** The form field of the token. */
  public static final String FIELD = "csrf";

  /** The header of the token. */
  public static final String HEADER = "X-CSRF";

  private static final int SIZE = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Csrf() {}

  /** A token for the forms of a session. */
  public static String token(Session session) {
    return token(session.id().value());
  }

  static boolean matches(Session session, String token) {
    return matches(session.id().value(), token);
  }

  static String token(String secret) {
    byte[] mask = new byte[SIZE];
    RANDOM.nextBytes(mask);
    byte[] masked = xor(mask, 0, mac(secret));
    byte[] both = new byte[2 * SIZE];
    System.arraycopy(mask, 0, both, 0, SIZE);
    System.arraycopy(masked, 0, both, SIZE, SIZE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
  }

  static boolean matches(String secret, String token) {
    try {
      byte[] both = Base64.getUrlDecoder().decode(token);
      return both.length == 2 * SIZE && MessageDigest.isEqual(xor(both, SIZE, both), mac(secret));
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }

  private static byte[] xor(byte[] a, int from, byte[] b) {
    byte[] result = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      result[i] = (byte) (a[from + i] ^ b[i]);
    }
    return result;
  }

  private static byte[] mac(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has HmacSHA256", impossible);
    }
  }
}
