package org.reachline.channels.spi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Plain digests. An adapter has no key; the gateway replaces them by keyed ones. */
final class Digests {
  private Digests() {}

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Each field with its length before it, so that no two lists give the same digest. */
  static String sha256(List<String> fields) {
    String joined = fields.stream().map(f -> f.length() + ":" + f).collect(Collectors.joining(","));
    return sha256(joined.getBytes(StandardCharsets.UTF_8));
  }
}
