package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;

/** Numbers the words of a written-out phrase the way a message is cut, so that both meet. */
final class PhraseWords {
  private final Lexicon.Builder lexicon;

  PhraseWords(Lexicon.Builder lexicon) {
    this.lexicon = lexicon;
  }

  List<Integer> numbers(String phrase, boolean crisis) {
    var numbers = new ArrayList<Integer>();
    for (String word : split(phrase)) {
      if (word.startsWith("#")) {
        numbers.add(range(word));
      } else if (isSymbol(word)) {
        numbers.add(lexicon.symbol(word.codePointAt(0)));
      } else {
        Fold.fold(word, new Collector(numbers, crisis));
      }
    }
    return numbers;
  }

  static List<String> split(String line) {
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= line.length(); i++) {
      boolean blank = i == line.length() || Character.isWhitespace(line.charAt(i));
      if (blank && start >= 0) {
        words.add(line.substring(start, i));
        start = -1;
      } else if (!blank && start < 0) {
        start = i;
      }
    }
    return words;
  }

  private static boolean isSymbol(String word) {
    int first = word.codePointAt(0);
    return first > 127 && !Character.isLetterOrDigit(first);
  }

  private int range(String word) {
    int dash = word.indexOf('-');
    try {
      int low = Integer.parseInt(word.substring(1, Math.max(1, dash)));
      return lexicon.range(low, Integer.parseInt(word.substring(dash + 1)));
    } catch (NumberFormatException _) {
      throw new Template.Malformed("a range such as #1-17, got " + word);
    }
  }

  /** Adds each folded word to the phrase. */
  private final class Collector implements Fold.Words {
    private final List<Integer> numbers;
    private final boolean crisis;

    Collector(List<Integer> numbers, boolean crisis) {
      this.numbers = numbers;
      this.crisis = crisis;
    }

    @Override
    public void word(String folded, int start, int end) {
      numbers.add(lexicon.word(folded, crisis));
    }

    @Override
    public void line() {}

    @Override
    public void sentence() {}

    @Override
    public void clause() {}

    @Override
    public boolean knows(int symbol) {
      return false;
    }
  }
}
