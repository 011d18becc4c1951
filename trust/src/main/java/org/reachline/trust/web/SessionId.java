package org.reachline.trust.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits that name a session. Known to nobody but the sealed cookie; prints nothing. */
public record SessionId(@JsonValue String value) {
  private static final SecureRandom RANDOM = new SecureRandom();

  @JsonCreator
  public SessionId {
    requireNonNull(value, "session id");
  }

  static SessionId fresh() {
    return new SessionId(secret());
  }

  /** 256 fresh random bits as unpadded base64url. */
  static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "***";
  }
}
