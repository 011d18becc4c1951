package org.reachline.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers a word of a phrase the way a message is cut, so that both meet. */
final class PhraseWords {
  private final LexiconBuilder lexicon;
  private final Map<String, List<Integer>> known = new HashMap<>();
  private final Map<String, List<Integer>> knownOfCrises = new HashMap<>();

  PhraseWords(LexiconBuilder lexicon) {
    this.lexicon = lexicon;
  }

  /** One number in most cases; more where the word is written with a hyphen. */
  List<Integer> numbers(String word, boolean crisis) {
    var cache = crisis ? knownOfCrises : known;
    List<Integer> cached = cache.get(word);
    if (cached == null) {
      cached = List.copyOf(read(word, crisis));
      cache.put(word, cached);
    }
    return cached;
  }

  Ranges ranges() {
    return lexicon.ranges();
  }

  private List<Integer> read(String word, boolean crisis) {
    if (word.startsWith("#")) {
      return List.of(range(word));
    }
    if (isSymbol(word)) {
      return List.of(lexicon.symbol(word.codePointAt(0)));
    }
    var numbers = new ArrayList<Integer>();
    Fold.fold(word, new Collector(numbers, crisis));
    Malformed.expect(!numbers.isEmpty(), "a word with a letter or digit, got " + word);
    return numbers;
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
      throw new Malformed("a range such as #1-17, got " + word);
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
  }
}
