package org.reachline.cases.core;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A client's text as the consent rules read it: the client's own words only, folded, with the many
 * spellings of one word made one, cut into clauses.
 */
final class ConsentText {
  private static final int LONGEST = 2_000;
  private static final int MOST_WORDS = 40;

  private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\s*>.*$");
  private static final Pattern REACTION =
      Pattern.compile(
          "(?is)^\\s*(?:liked|loved|disliked|emphasized|laughed at|questioned|reacted|removed a \\w+"
              + "|(?:me|le) gust[oó]|(?:me|le) encant[oó]|reaccion[oó]).{0,30}[\u201c\"\u00ab].*");
  private static final Pattern QUOTED_WORDS =
      Pattern.compile(
          "[\u201c\"\u00ab](?=[^\u201c\u201d\"\u00ab\u00bb]*\\s)[^\u201d\"\u00bb]*[\u201d\"\u00bb]");
  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02bc`\u00b4]");
  private static final Pattern NOT_WORDS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ENDS =
      Pattern.compile(
          "[.!?;:,\\n()\u2026\u00bf\u00a1\u2014]+|\\s-+\\s"
              + "|\\b(?:and|but|so|because|cuz|bc|cause|pero|y|porque|xq|asi que|aunque|then)\\b");
  private static final Pattern DRAWN_OUT = Pattern.compile("([a-z])\\1{2,}");
  private static final Pattern SPACED = Pattern.compile("\\b[a-z](?:[ .*_-]{1,2}[a-z]\\b){2,}");
  private static final Pattern LEET =
      Pattern.compile("(?=[a-z]*[0-9$@])[a-z0-9$@]*[a-z][a-z0-9$@]*");
  private static final Map<String, String> SIGNS =
      Map.of(
          "\ud83d\uded1", " stop ", // stop sign
          "\ud83c\udd98", " sos ",
          "\ud83d\udcf5", " stop texting ", // no phones
          "\ud83d\udeab", " no "); // prohibited

  private ConsentText() {}

  /** The whole body, folded to words with single blanks. */
  static String body(String text) {
    return words(folded(text));
  }

  /** Its clauses in order, folded alike; what is too long to be one is left out. */
  static List<String> clauses(String text) {
    return Arrays.stream(ENDS.split(folded(text)))
        .map(ConsentText::words)
        .filter(clause -> !clause.isEmpty() && clause.split(" ", -1).length <= MOST_WORDS)
        .toList();
  }

  private static String folded(String text) {
    if (text.length() > LONGEST || REACTION.matcher(text).matches()) {
      return "";
    }
    String own = QUOTED_WORDS.matcher(QUOTED_LINE.matcher(text).replaceAll(" ")).replaceAll(" ");
    for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
      own = own.replace(sign.getKey(), sign.getValue());
    }
    String plain = Normalizer.normalize(own, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String joined = APOSTROPHES.matcher(MARKS.matcher(plain).replaceAll("")).replaceAll("");
    String close = SPACED.matcher(joined).replaceAll(m -> m.group().replaceAll("[^a-z]", ""));
    return DRAWN_OUT.matcher(close).replaceAll("$1");
  }

  private static String words(String folded) {
    String letters = LEET.matcher(folded).replaceAll(m -> unleet(m.group()));
    List<String> words = new ArrayList<>();
    Stream.of(NOT_WORDS.split(letters))
        .filter(word -> !word.isEmpty())
        .forEach(word -> words.add(ConsentWords.plain(word)));
    return String.join(" ", words).replace("por favor", "please");
  }

  /** Letters drawn as digits; a digit that stands for a word stays. */
  private static String unleet(String word) {
    if (word.matches("[a-z]+[0-9]+[a-z]+") && ConsentWords.knows(word)) {
      return word;
    }
    String read =
        word.replace('0', 'o')
            .replace('1', 'i')
            .replace('3', 'e')
            .replace('4', 'a')
            .replace('5', 's')
            .replace('7', 't')
            .replace('$', 's')
            .replace('@', 'a');
    return ConsentWords.knows(read) ? read : word.replace('$', ' ').replace('@', ' ');
  }
}
