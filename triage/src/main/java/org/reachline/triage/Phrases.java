package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * All phrases of both languages as one immutable automaton over word numbers. A gap in a phrase
 * lets up to two words pass, but no negation.
 */
final class Phrases {
  /** The step that a gap takes instead of a word. */
  static final int GAP = 0x7fff_fffe;

  /** Any word may follow. */
  private static final long ANY = -1;

  /** Words that one gap lets pass. */
  static final int GAP_WORDS = 2;

  private final Steps steps;
  private final int[][] cues;

  /** Takes the cues that end at each node. */
  Phrases(Steps steps, int[][] cues) {
    this.steps = steps;
    this.cues = cues;
  }

  /** All phrases that stand in the text, in order of their first word. */
  List<Hit> in(Tokens tokens) {
    var walk = new Walk(tokens);
    for (int i = 0; i < tokens.count(); i++) {
      walk.from = i;
      walk.firstHit = walk.hits.size();
      walk.on(0, i);
    }
    return walk.hits;
  }

  /** One way through a text, from one first word on. */
  private final class Walk {
    private final Tokens tokens;
    private final List<Hit> hits = new ArrayList<>();
    private int from;
    private int firstHit;

    Walk(Tokens tokens) {
      this.tokens = tokens;
    }

    /** All readings of the word at this place, and of two words or spelled letters from it on. */
    void on(int node, int at) {
      if (at == tokens.count()) {
        return;
      }
      if (!steps.isLast(node)) {
        words(node, at);
      }
      if (steps.overGap(node) != 0) {
        leap(steps.overGap(node), at);
      }
      if (node > 0 && tokens.isSymbol(at)) {
        on(node, at + 1); // an emoji amid a phrase does not break it
      }
    }

    private void words(int node, int at) {
      int word = tokens.word(at);
      if (word != Lexicon.NONE) {
        arrive(steps.get(node, word), at + 1);
      }
      if (tokens.hasMore(at)) {
        more(node, at);
      }
    }

    /** Other words that it may stand for, and those that it makes with what follows. */
    private void more(int node, int at) {
      int[] words = tokens.words(at);
      for (int i = 0; i < words.length; i++) {
        if (i > 0) {
          arrive(steps.get(node, words[i]), at + 1);
        }
        int[] apart = tokens.apart(words[i]);
        if (apart.length > 0) {
          through(node, apart, at + 1);
        }
      }
      if (tokens.together(at) != Lexicon.NONE) {
        arrive(steps.get(node, tokens.together(at)), at + 2);
      }
      if (tokens.spelledTo(at) > 0) {
        for (int word : tokens.spelled(at).ids()) {
          arrive(steps.get(node, word), tokens.spelledTo(at));
        }
      }
    }

    private void arrive(int node, int at) {
      if (node > 0) {
        found(node, at);
        on(node, at);
      }
    }

    private void through(int node, int[] apart, int at) {
      int middle = steps.get(node, apart[0]);
      if (middle > 0) {
        found(middle, at);
        arrive(steps.get(middle, apart[1]), at);
      }
    }

    /** What follows a gap starts within the next words; no phrase ends with a gap. */
    private void leap(int gap, int at) {
      long following = steps.overGap(gap) == 0 ? steps.following(gap) : ANY;
      int end = Math.min(at + GAP_WORDS, tokens.count() - 1);
      for (int i = at; i <= end; i++) {
        if (Steps.mayFollow(following, tokens.word(i)) || tokens.hasMore(i) || tokens.isSymbol(i)) {
          on(gap, i);
        }
        if (tokens.isBarrier(i)) {
          return;
        }
      }
    }

    private void found(int node, int end) {
      if (!steps.isEnd(node)) {
        return;
      }
      int before = hits.size();
      for (int cue : cues[node]) {
        if (isNew(cue, end, before)) {
          hits.add(new Hit(cue, from, end));
        }
      }
    }

    /** Another way may have led here: over a gap, or by another reading of a word. */
    private boolean isNew(int cue, int end, int before) {
      for (int i = firstHit; i < before; i++) {
        Hit hit = hits.get(i);
        if (hit.cue() == cue && hit.end() == end) {
          return false;
        }
      }
      return true;
    }
  }
}
