package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reachline.triage.Wording.Weighed;

/**
 * The words of a text in order as they are written, misspellings mended, however the rules cut
 * them. Where sentences end is not asked. One thread only.
 */
final class Written implements Fold.Words {
  private final Lexicon lexicon;
  private final List<Word> words = new ArrayList<>();

  /**
   * A folded word as it is meant and where it stands in the text.
   *
   * @param weighed what the learned layer thinks of it, where somebody knows
   */
  record Word(String folded, int start, int end, @Nullable Weighed weighed) {}

  Written(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  static Written of(String text, Lexicon lexicon) {
    var written = new Written(lexicon);
    Fold.fold(text, written);
    return written;
  }

  @Override
  public void word(String folded, int start, int end) {
    word(lexicon.read(folded), start, end);
  }

  void word(Known known, int start, int end) {
    words.add(new Word(known.meant(), start, end, known.weighed()));
  }

  /** What an agency added has no say in it. */
  @Override
  public boolean spells(String letters) {
    return lexicon.isWordOfCore(letters);
  }

  @Override
  public void spelled(String letters) {
    List<Word> apart = words.subList(words.size() - letters.length(), words.size());
    int start = apart.getFirst().start();
    int end = apart.getLast().end();
    apart.clear();
    word(lexicon.read(letters), start, end);
  }

  List<Word> words() {
    return words;
  }

  /** How many words begin before this place of the text. */
  int before(int place) {
    return Ordered.firstFrom(words, Word::start, place);
  }
}
