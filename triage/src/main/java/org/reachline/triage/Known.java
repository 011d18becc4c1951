package org.reachline.triage;

import org.jspecify.annotations.Nullable;
import org.reachline.triage.Wording.Weighed;

/**
 * What a written word is to the rules and to the learned layer. Immutable.
 *
 * @param word the first of the words it may stand for, or {@link Lexicon#NONE}
 * @param traits the sum of those below that it has
 * @param sure nobody means another word by it
 * @param ids numbers of all words it may stand for
 * @param meant itself, or the first word of the core that it may be a misspelling of: what the
 *     learned layer reads in its place, whatever an agency added
 * @param weighed what the learned layer thinks of what is meant, if the rules name that
 */
@SuppressWarnings("ArrayRecordComponent") // inside this package only, never changed or compared
record Known(
    int word, int traits, boolean sure, int[] ids, String meant, @Nullable Weighed weighed) {
  /** It may stand for more than its first word: another word, or two words. */
  static final int MORE = 1;

  /** No gap of a phrase may jump over it: a negation or a "but". */
  static final int BARRIER = 2;

  /** A character that is a word of its own, such as an emoji. */
  static final int SYMBOL = 4;

  /** With the word that follows it may stand for one word, such as "cant" for "can not". */
  static final int JOINS = 8;

  boolean is(int trait) {
    return (traits & trait) != 0;
  }
}
