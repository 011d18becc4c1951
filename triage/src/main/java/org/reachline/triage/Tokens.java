package org.reachline.triage;

import java.util.Arrays;

/**
 * One text as a row of known words, each with its place in the original, its sentence and its
 * clause.
 */
final class Tokens implements Fold.Words {
  private static final int SPELLED_OUT = 4;
  private static final int SPELLED_MAX = 24;

  private final Lexicon lexicon;
  private int count;
  private int[][] ids = new int[32][];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] sentences = new int[32];
  private int[] clauses = new int[32];
  private int[][] spelled = new int[32][];
  private int[] spelledTo = new int[32];
  private int[] stops = new int[32];
  private int sentence;
  private int stop;
  private int clause;
  private int run;
  private final StringBuilder letters = new StringBuilder();

  private Tokens(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  static Tokens of(String text, Lexicon lexicon) {
    var tokens = new Tokens(lexicon);
    Fold.fold(text, tokens);
    tokens.endRun();
    return tokens;
  }

  @Override
  public void word(String folded, int start, int end) {
    grow();
    boolean letter = folded.length() == 1 && Character.isLetter(folded.charAt(0));
    if (!letter || run == 0 || start - ends[count - 1] != 1) {
      endRun();
    }
    ids[count] = lexicon.read(folded);
    starts[count] = start;
    ends[count] = end;
    sentences[count] = sentence;
    clauses[count] = clause;
    stops[count] = stop;
    count++;
    if (letter) {
      run++;
      letters.append(folded);
    }
  }

  /** Single letters in a row are also read as one word. */
  private void endRun() {
    if (run >= SPELLED_OUT && run <= SPELLED_MAX) {
      spelled[count - run] = lexicon.read(letters.toString());
      spelledTo[count - run] = count;
    }
    run = 0;
    letters.setLength(0);
  }

  @Override
  public void line() {
    endRun();
    sentence++;
    clause++;
  }

  @Override
  public void sentence() {
    line();
    stop++;
  }

  @Override
  public void clause() {
    clause++;
  }

  @Override
  public boolean knows(int symbol) {
    return lexicon.isSymbol(symbol);
  }

  int count() {
    return count;
  }

  int[] ids(int token) {
    return ids[token];
  }

  /** Words spelled out letter by letter from this token on; none in most cases. */
  int[] spelled(int token) {
    return spelledTo[token] == 0 ? new int[0] : spelled[token];
  }

  int spelledTo(int token) {
    return spelledTo[token];
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  int sentence(int token) {
    return sentences[token];
  }

  /** Counts full stops only: no phrase crosses one, though it may cross a line. */
  int stop(int token) {
    return stops[token];
  }

  int clause(int token) {
    return clauses[token];
  }

  private void grow() {
    if (count < starts.length) {
      return;
    }
    int size = count * 2;
    ids = Arrays.copyOf(ids, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    sentences = Arrays.copyOf(sentences, size);
    clauses = Arrays.copyOf(clauses, size);
    stops = Arrays.copyOf(stops, size);
    spelled = Arrays.copyOf(spelled, size);
    spelledTo = Arrays.copyOf(spelledTo, size);
  }
}
