package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reachline.triage.Wording.Weighed;

/**
 * The words of a text in order as they are written, whatever the rules know of them. Where
 * sentences end is not asked. One thread only.
 */
final class Written implements Fold.Words {
  private final List<Word> words = new ArrayList<>();

  /**
   * A folded word and where it stands in the text.
   *
   * @param weighed what the learned layer thinks of it, where somebody knows
   */
  record Word(String folded, int start, int end, @Nullable Weighed weighed) {}

  static Written of(String text) {
    var written = new Written();
    Fold.fold(text, written);
    return written;
  }

  @Override
  public void word(String folded, int start, int end) {
    word(folded, start, end, null);
  }

  void word(String folded, int start, int end, @Nullable Weighed weighed) {
    words.add(new Word(folded, start, end, weighed));
  }

  @Override
  public void spelled(String letters) {
    List<Word> apart = words.subList(words.size() - letters.length(), words.size());
    var whole = new Word(letters, apart.getFirst().start(), apart.getLast().end(), null);
    apart.clear();
    words.add(whole);
  }

  List<Word> words() {
    return words;
  }

  /** How many words begin before this place of the text. */
  int before(int place) {
    return Ordered.firstFrom(words, Word::start, place);
  }
}
