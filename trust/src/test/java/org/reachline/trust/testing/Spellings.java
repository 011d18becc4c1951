package org.reachline.trust.testing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All the ways a word can stand in bytes: UTF-8 and UTF-16, hex, percent and backslash escapes in
 * any case, base64 at each of its three offsets as written, in lower and in upper case.
 */
final class Spellings {
  private final Map<String, String> anyCase = new LinkedHashMap<>(); // pattern -> its form
  private final Map<String, String> exact = new LinkedHashMap<>();

  Spellings(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    anyCase.put(lower, "plain");
    anyCase.put(
        lower.chars().mapToObj(Character::toString).collect(Collectors.joining("\0")), "UTF-16");
    for (String written : List.of(word, lower, word.toUpperCase(Locale.ROOT))) {
      byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
      anyCase.put(HexFormat.of().formatHex(bytes), "hex");
      anyCase.put(HexFormat.of().withPrefix("%").formatHex(bytes), "percent");
      anyCase.put(HexFormat.of().withPrefix("\\u00").formatHex(bytes), "escaped");
      for (int offset = 0; offset < 3; offset++) {
        String core = base64(bytes, offset);
        exact.put(core, "base64");
        exact.put(core.replace('+', '-').replace('/', '_'), "base64url");
      }
    }
  }

  /** In which form the word stands in the text, if it does. */
  Optional<String> in(Haystack text) {
    return find(anyCase, text.lowerCase()).or(() -> find(exact, text.asIs()));
  }

  private static Optional<String> find(Map<String, String> patterns, String text) {
    return patterns.entrySet().stream()
        .filter(pattern -> text.contains(pattern.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The characters that stand for the word alone, whatever comes before and after it. */
  private static String base64(byte[] word, int offset) {
    byte[] shifted = new byte[offset + word.length];
    System.arraycopy(word, 0, shifted, offset, word.length);
    String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int firstWhole = (offset * 8 + 5) / 6;
    int lastWhole = (offset + word.length) * 8 / 6;
    return text.substring(firstWhole, lastWhole);
  }

  /** Bytes to look into, one character per byte. */
  record Haystack(String asIs, String lowerCase) {
    static Haystack of(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new Haystack(text, text.toLowerCase(Locale.ROOT));
    }
  }
}
