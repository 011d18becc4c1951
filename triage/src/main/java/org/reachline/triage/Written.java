package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text in order as they are written, whatever the rules know of them. Where
 * sentences end is not asked. One thread only.
 */
final class Written implements Fold.Words {
  private final List<Word> words = new ArrayList<>();

  /** A folded word and where it stands in the text. */
  record Word(String folded, int start, int end) {}

  static Written of(String text) {
    var written = new Written();
    Fold.fold(text, written);
    return written;
  }

  @Override
  public void word(String folded, int start, int end) {
    words.add(new Word(folded, start, end));
  }

  @Override
  public void spelled(String letters) {
    List<Word> apart = words.subList(words.size() - letters.length(), words.size());
    var whole = new Word(letters, apart.getFirst().start(), apart.getLast().end());
    apart.clear();
    words.add(whole);
  }

  /** Those that begin between two places of the text, the last one excluded. */
  List<Word> between(int from, int to) {
    return words.subList(firstFrom(from), firstFrom(to));
  }

  private int firstFrom(int place) {
    return Ordered.firstFrom(words, Word::start, place);
  }
}
