package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * Passes words on and tells which single letters in a row are one word: "s u i c i d e", "k-i-l-l",
 * "s. u. i.". Dots and hyphens between such letters part nothing.
 */
final class LetterRuns implements Fold.Words {
  /** So many letters may be a word, if the rules know it. */
  private static final int LEAST = 3;

  /** So many are one. */
  private static final int CERTAIN = 4;

  private static final int WIDEST = 3;
  private static final String LIGHT = " .-_*\u00a0";

  private final String text;
  private final Fold.Words out;
  private final List<Letter> run = new ArrayList<>();
  private final List<Runnable> breaks = new ArrayList<>();
  private String gap = "";
  private boolean strict;
  private boolean stopped;

  LetterRuns(String text, Fold.Words out) {
    this.text = text;
    this.out = out;
  }

  /** A letter, and what stands before it. */
  private record Letter(List<Runnable> breaks, String folded, int start, int end) {}

  @Override
  public void word(String folded, int start, int end) {
    boolean letter = folded.length() == 1 && Character.isLetter(folded.charAt(0));
    if (!letter || !run.isEmpty() && !continues(start)) {
      end();
    }
    if (letter) {
      run.add(new Letter(List.copyOf(breaks), folded, start, end));
      breaks.clear();
      stopped = false;
    } else {
      out.word(folded, start, end);
    }
  }

  /** Letters stand one character apart, or always by the same dots, blanks or hyphens. */
  private boolean continues(int start) {
    String between = text.substring(Math.min(start, run.getLast().end()), start);
    if (run.size() == 1) {
      gap = between;
      strict = stopped || between.length() != 1;
      return between.length() == 1 || isLight(between);
    }
    return between.equals(gap) || !strict && !stopped && between.length() == 1;
  }

  private static boolean isLight(String between) {
    return between.length() <= WIDEST && between.chars().allMatch(c -> LIGHT.indexOf(c) >= 0);
  }

  /** The letters of a word come without what parts them, others as they stand. */
  void end() {
    if (run.isEmpty() && breaks.isEmpty()) {
      return; // before and after most words
    }
    String letters = run.size() < LEAST ? "" : letters();
    boolean one = letters.length() >= CERTAIN || letters.length() == LEAST && out.spells(letters);
    for (Letter letter : run) {
      if (!one) {
        letter.breaks().forEach(Runnable::run);
      }
      out.word(letter.folded(), letter.start(), letter.end());
    }
    if (one) {
      out.spelled(letters);
    }
    run.clear();
    breaks.forEach(Runnable::run);
    breaks.clear();
    stopped = false;
  }

  private String letters() {
    var letters = new StringBuilder(run.size());
    run.forEach(letter -> letters.append(letter.folded()));
    return LookAlikes.latin(letters.toString());
  }

  @Override
  public void line() {
    end();
    out.line();
  }

  @Override
  public void sentence() {
    later(out::sentence);
    stopped = true;
  }

  @Override
  public void clause() {
    later(out::clause);
  }

  /** Whether it parts anything shows when the next word is known. */
  private void later(Runnable end) {
    if (run.isEmpty()) {
      end.run();
    } else {
      breaks.add(end);
    }
  }

  @Override
  public boolean spells(String letters) {
    return out.spells(letters);
  }

  @Override
  public boolean knows(int symbol) {
    return out.knows(symbol);
  }
}
