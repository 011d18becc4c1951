package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reachline.triage.Learned.Weights;

/**
 * The words of one text as the learned layer weighs them: what {@link Features} give, sooner, since
 * it is known of each word of the rules what it weighs. One thread only.
 */
final class Wording {
  private final List<Written.Word> words;
  private final @Nullable Weighed[] weighed;

  Wording(List<Written.Word> words) {
    this.words = words;
    weighed = new Weighed[words.size()];
  }

  /** A word by itself. */
  sealed interface Weighed {
    /** See {@link Grams#hash}. */
    int hash();

    /** How many buckets it has of its own. */
    int buckets();

    int by(Weights weights);

    /** Works out what there is to know of a word. */
    static Weighed known(String folded, List<Weights> all) {
      int[] own = Grams.own(folded);
      var weights = new int[all.size()];
      for (Weights one : all) {
        weights[one.place()] = one.sum(own);
      }
      return new KnownWord(Grams.hash(folded), own.length, weights);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // inside this class only, never changed or compared
  private record KnownWord(int hash, int buckets, int[] weights) implements Weighed {
    @Override
    public int by(Weights one) {
      return weights[one.place()];
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // inside this class only, never changed or compared
  private record OtherWord(int hash, int[] own) implements Weighed {
    @Override
    public int buckets() {
      return own.length;
    }

    @Override
    public int by(Weights weights) {
      return weights.sum(own);
    }
  }

  /** What is seen of these words and cues. */
  Part part(int from, int to, int[] cues) {
    var counted = new ArrayList<Weighed>();
    var pairs = new int[Grams.WIDEST * (to - from)];
    var count = new int[1];
    Grams.read(
        to - from,
        at -> word(from + at).hash(),
        at -> counted.add(word(from + at)),
        bucket -> pairs[count[0]++] = bucket);
    return new Part(counted, Arrays.copyOf(pairs, count[0]), cues);
  }

  private Weighed word(int at) {
    Weighed known = weighed[at];
    if (known == null) {
      known = weighed(words.get(at));
      weighed[at] = known;
    }
    return known;
  }

  private static Weighed weighed(Written.Word word) {
    Weighed known = word.weighed();
    return known == null
        ? new OtherWord(Grams.hash(word.folded()), Grams.own(word.folded()))
        : known;
  }

  /**
   * Some words of the text and the cues among them.
   *
   * @param words those that count, each at its first place
   * @param pairs the buckets of those that stand side by side
   * @param cues the features of cues
   */
  @SuppressWarnings("ArrayRecordComponent") // inside this package only, never changed or compared
  record Part(List<Weighed> words, int[] pairs, int[] cues) {
    double score(Weights weights) {
      int sum = weights.sum(pairs);
      int count = pairs.length;
      for (Weighed word : words) {
        sum += word.by(weights);
        count += word.buckets();
      }
      return Features.score(weights, sum, count, cues);
    }
  }
}
