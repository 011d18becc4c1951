package org.reachline.triage;

import java.util.Arrays;

/**
 * One text as a row of known words, each with its place in the original, its sentence and its
 * clause.
 */
final class Tokens implements Fold.Words {
  private static final int SPELLED_OUT = 4;

  /** What is left behind own letters may be shorter: "a g u n". */
  private static final int LAST_SPELLED = 3;

  private static final int SPELLED_MAX = 24;
  private static final int LONGEST_SPELLED = 14;
  private static final int OWN_LETTERS = 4;

  private final Lexicon lexicon;
  private int count;
  private Known[] known = new Known[32];
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] sentences = new int[32];
  private int[] clauses = new int[32];
  private Known[] spelled = new Known[32];
  private int[] spelledTo = new int[32];
  private int[] stops = new int[32];
  private int[] together = new int[32];
  private int[] words = new int[32];
  private int[] traits = new int[32];
  private int[] places = new int[32];
  private int sentence;
  private int stop;
  private int clause;
  private final Written written;
  private boolean cutByRules;

  private Tokens(Lexicon lexicon) {
    this.lexicon = lexicon;
    written = new Written(lexicon);
  }

  static Tokens of(String text, Lexicon lexicon) {
    var tokens = new Tokens(lexicon);
    Fold.fold(text, tokens);
    tokens.join();
    return tokens;
  }

  /** Words of a phrase as a text of their own. */
  static Tokens of(int[] words, Lexicon lexicon) {
    var tokens = new Tokens(lexicon);
    for (int word : words) {
      tokens.add(lexicon.word(word), tokens.count, tokens.count + 1);
    }
    tokens.join();
    return tokens;
  }

  @Override
  public void word(String folded, int start, int end) {
    Known whole = lexicon.read(folded);
    written.word(whole, start, end);
    int digits = digits(folded);
    if (digits > 0 && lexicon.isUnit(folded.substring(digits), whole)) {
      add(lexicon.read(folded.substring(0, digits)), start, end);
      add(lexicon.read(folded.substring(digits)), start, end);
    } else {
      add(whole, start, end);
    }
  }

  /** How many digits stand before letters; 0 when there are no letters behind them. */
  private static int digits(String word) {
    int n = 0;
    while (n < word.length() && word.charAt(n) >= '0' && word.charAt(n) <= '9') {
      n++;
    }
    return n == word.length() ? 0 : n;
  }

  private void add(Known word, int start, int end) {
    grow();
    known[count] = word;
    words[count] = word.word();
    traits[count] = word.traits();
    starts[count] = start;
    ends[count] = end;
    sentences[count] = sentence;
    clauses[count] = clause;
    stops[count] = stop;
    count++;
  }

  /**
   * Two neighbours that stand for one word, such as "can not"; letters of one word are one place.
   */
  private void join() {
    int inWord = 0;
    for (int i = 0; i < count; i++) {
      places[i] = i == 0 ? 0 : places[i - 1] + (i < inWord ? 0 : 1);
      inWord = Math.max(inWord, spelledTo[i]);
      boolean neighbours = i + 1 < count && clauses[i] == clauses[i + 1];
      together[i] = neighbours ? lexicon.together(known[i], known[i + 1]) : Lexicon.NONE;
      if (spelledTo[i] > 0 || together[i] != Lexicon.NONE) {
        traits[i] |= Known.MORE;
      }
    }
  }

  /** Single letters in a row are also read as words; a letter or two before may be their own. */
  @Override
  public void spelled(String letters) {
    written.spelled(letters);
    if (letters.length() <= SPELLED_MAX && !spelledWords(letters)) {
      spelledOut(letters, 0, letters.length());
    }
  }

  private boolean spelledWords(String letters) {
    int from = 0;
    boolean found = false;
    for (int tries = 0; tries < OWN_LETTERS && letters.length() - from >= LAST_SPELLED; tries++) {
      int length = longestWord(letters, from);
      if (length > 0) {
        spelledOut(letters, from, from + length);
        found = true;
        tries = -1;
      }
      from += Math.max(1, length);
    }
    return found;
  }

  private int longestWord(String letters, int from) {
    int shortest = letters.length() - from == LAST_SPELLED ? LAST_SPELLED : SPELLED_OUT;
    for (int n = Math.min(letters.length() - from, LONGEST_SPELLED); n >= shortest; n--) {
      if (lexicon.isWord(letters.substring(from, from + n))) {
        return n;
      }
    }
    return 0;
  }

  private void spelledOut(String letters, int from, int to) {
    int first = count - letters.length();
    spelled[first + from] = lexicon.read(letters.substring(from, to));
    spelledTo[first + from] = first + to;
  }

  @Override
  public boolean spells(String letters) {
    boolean known = lexicon.isWord(letters);
    cutByRules |= known;
    return known;
  }

  @Override
  public void line() {
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
    boolean known = lexicon.isSymbol(symbol);
    cutByRules |= known;
    return known;
  }

  /** The words of this text as they are written; read anew where the rules had a say in them. */
  Written written(String text) {
    return cutByRules ? Written.of(text, lexicon) : written;
  }

  int count() {
    return count;
  }

  /** The first word that this token may stand for, or {@link Lexicon#NONE}. */
  int word(int token) {
    return words[token];
  }

  /** Whether it may stand for more than its first word; most do not. */
  boolean hasMore(int token) {
    return (traits[token] & Known.MORE) != 0;
  }

  int[] words(int token) {
    return known[token].ids();
  }

  /** The word spelled out letter by letter from this token on, where {@link #spelledTo} tells. */
  Known spelled(int token) {
    return spelled[token];
  }

  int spelledTo(int token) {
    return spelledTo[token];
  }

  /** How many words stand before; the letters of a spelled-out word count as one. */
  int place(int token) {
    return places[token];
  }

  /** The one word this token and the next stand for, or {@link Lexicon#NONE}. */
  int together(int token) {
    return together[token];
  }

  /** The two words a word stands for; none in most cases. */
  int[] apart(int word) {
    return lexicon.apart(word);
  }

  /** Whether this token is a symbol the rules know, such as an emoji. */
  boolean isSymbol(int token) {
    return (traits[token] & Known.SYMBOL) != 0;
  }

  /** Whether no gap may jump over this token. */
  boolean isBarrier(int token) {
    return (traits[token] & Known.BARRIER) != 0;
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
    known = Arrays.copyOf(known, size);
    words = Arrays.copyOf(words, size);
    traits = Arrays.copyOf(traits, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    sentences = Arrays.copyOf(sentences, size);
    clauses = Arrays.copyOf(clauses, size);
    stops = Arrays.copyOf(stops, size);
    together = Arrays.copyOf(together, size);
    places = Arrays.copyOf(places, size);
    spelled = Arrays.copyOf(spelled, size);
    spelledTo = Arrays.copyOf(spelledTo, size);
  }
}
