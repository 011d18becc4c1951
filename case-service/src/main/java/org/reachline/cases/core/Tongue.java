package org.reachline.cases.core;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A guess at the language of a text from its small words; only pages and automatic answers use it,
 * never triage.
 */
public final class Tongue {
  /** Nothing can be said. */
  public static final String UNKNOWN = "und";

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "i", "im", "my", "is", "are", "you", "u", "to", "and", "n", "in", "on", "for",
          "it", "its", "was", "been", "cant", "dont", "got", "need", "help", "please", "hi", "ok",
          "at", "of", "with", "they", "he", "she", "where", "tonight", "stop", "thanks");
  private static final Set<String> SPANISH =
      Set.of(
          "el", "la", "los", "las", "mi", "es", "esta", "estoy", "tengo", "que", "q", "de", "en",
          "y", "por", "para", "con", "un", "una", "se", "lo", "al", "muy", "pero", "donde", "hola",
          "ayuda", "gracias", "desde", "hay", "siento", "soy", "nada", "frio", "alto", "si");

  private Tongue() {}

  /** en, es or und. */
  public static String of(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+|['\u2019]", "");
    List<String> words = List.of(plain.split("[^a-z]+"));
    long english = words.stream().filter(ENGLISH::contains).count();
    long spanish = words.stream().filter(SPANISH::contains).count();
    if (english == spanish) {
      return UNKNOWN;
    }
    return english > spanish ? "en" : "es";
  }
}
