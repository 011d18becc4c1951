package org.reachline.trust.staff;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Argon2id hashes of passphrases: 19 MiB, two passes, one lane. */
public final class PassphraseHash {
  /** Fewer characters are refused. */
  public static final int SHORTEST = 15;

  private static final int LONGEST = 1024;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final Argon2PasswordEncoder ARGON2 =
      new Argon2PasswordEncoder(16, 32, LANES, MEMORY_KIB, PASSES);

  /** Only our own cost: a weaker hash is unsafe, a dearer one could stop the server. */
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=%d,t=%d,p=%d\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"
              .formatted(MEMORY_KIB, PASSES, LANES));

  private PassphraseHash() {}

  /**
   * The hash of a passphrase, as it goes into the staff file.
   *
   * @throws IllegalArgumentException if it is shorter than {@link #SHORTEST} characters
   */
  public static String of(char[] passphrase) {
    String text = normal(CharBuffer.wrap(passphrase));
    if (text.codePointCount(0, text.length()) < SHORTEST) {
      throw new IllegalArgumentException(
          "a passphrase has " + SHORTEST + " characters or more; several words are easy to keep");
    }
    return encode(text);
  }

  static boolean isWellFormed(String hash) {
    return SHAPE.matcher(hash).matches();
  }

  static boolean matches(CharSequence passphrase, String hash) {
    return passphrase.length() <= LONGEST && ARGON2.matches(normal(passphrase), hash);
  }

  /** A hash of nothing anybody can type, for names that do not exist. */
  static String ofNobody() {
    return encode(UUID.randomUUID().toString());
  }

  private static String encode(String text) {
    String hash = ARGON2.encode(text);
    if (hash == null) {
      throw new IllegalStateException("no hash was made");
    }
    return hash;
  }

  /** The same passphrase typed on another keyboard gives the same characters. */
  private static String normal(CharSequence passphrase) {
    return Normalizer.normalize(passphrase, Normalizer.Form.NFKC);
  }
}
