package org.reachline.cases.core;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.reachline.cases.core.ConsentFrames.Fit;
import org.reachline.cases.core.ConsentFrames.Says;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/**
 * What a text says about being written to. First the whole body as a keyword, whatever punctuation,
 * courtesy or one wrong letter is in it; then each clause against the frames. A keyword inside
 * other words is never one by itself.
 */
public final class ConsentRules {
  /** Part of every ledger entry; a change of words or frames changes it. */
  public static final String VERSION = "2026.2";

  private static final String JOKE =
      "jk|j k|just kidding|kidding|jkjk|nvm|nevermind|never mind|es broma|broma|mentira|no es cierto"
          + "|wait no|just joking|joking";
  private static final Pattern TAKEN_BACK = Pattern.compile("\\b(?:" + JOKE + ")\\b");
  private static final Pattern LAUGHTER =
      Pattern.compile(
          "\\b(?:lol|lmao|lmfao|rofl|haha\\w*|jaja\\w*|jeje\\w*|hehe\\w*|" + JOKE + ")\\b\\s*");
  private static final Pattern CONDITION =
      Pattern.compile("\\b(?:unless|except|only if|a menos que|excepto|salvo)\\b");
  private static final Pattern REPEATED = Pattern.compile("\\b(\\w+)(?: \\1\\b)+");
  private static final Map<String, Said> KEYWORDS = keywords();

  private ConsentRules() {}

  /** What a text says about being written to. */
  public sealed interface Reading {}

  /** Nothing. */
  public record Silent() implements Reading {}

  /**
   * One of the three.
   *
   * @param scope how far a STOP or START goes
   * @param rule the keyword or frame that matched, from our own list
   * @param language en or es, for the answer
   */
  public record Said(ConsentSignal signal, Scope scope, String rule, String language)
      implements Reading {}

  /** It may be a STOP and may be something else: automation waits, a person asks. */
  public record Doubtful(String rule, String language) implements Reading {}

  /** What a STOP or START is about. */
  public enum Scope {
    ALL(Pattern.compile("(?!)"), EnumSet.allOf(Purpose.class)),
    UNTIL(
        Pattern.compile(
            "\\b(?:until|till|til|hasta|for now|for a (?:while|bit|few)|today|tonight|this week(?:end)?|hoy|ahorita no|por ahora|unos dias|esta semana)\\b"),
        EnumSet.of(Purpose.REMINDER, Purpose.OUTREACH)),
    HOURS(
        Pattern.compile(
            "\\b(?:after (?:[0-9]|noon|midnight|dark|work|bed|hours)|before (?:[0-9]|noon)|past [0-9]|between [0-9]|at night|so (?:late|early)|this (?:late|early)|late at|in the (?:morning|evening)|weekends?|at work|despues de las|antes de las|de noche|en la noche|tan (?:tarde|temprano)|madrugada|trabajo|when im at)\\b"),
        EnumSet.of(Purpose.REMINDER, Purpose.OUTREACH)),
    NUMBER(
        Pattern.compile(
            "\\b(?:wrong (?:number|person|phone|guy|woman|man|lady)|equivocad[oa]s?|equivoco|equivocaron|this (?:number|phone|cell)|este (?:number|numero|telefono|celular)|number (?:anymore|is not mine)|other number|new number|otro (?:number|numero))\\b"),
        EnumSet.allOf(Purpose.class)),
    CHANNEL(
        Pattern.compile("\\b(?:whatsapp|messenger|facebook|telegram|instagram)\\b"),
        EnumSet.allOf(Purpose.class)),
    SHARING(
        Pattern.compile(
            "\\b(?:shar(?:e|ing)|giv(?:e|ing) out|compart\\w+|release my|give my|give out|sell|pass(?:ing)?)\\b"),
        EnumSet.of(Purpose.SHARING)),
    REMINDERS(Pattern.compile("\\breminder\\b"), EnumSet.of(Purpose.REMINDER)),
    OUTREACH(
        Pattern.compile("\\b(?:outreach|group msg|mass msg|blast)\\b"),
        EnumSet.of(Purpose.OUTREACH)),
    CALLS(Pattern.compile("\\bcall\\b(?!.*\\b(?:msg|write)\\b)"), EnumSet.of(Purpose.CALL));

    private final Pattern words;
    private final List<Purpose> purposes;

    Scope(Pattern words, Set<Purpose> purposes) {
      this.words = words;
      this.purposes = List.copyOf(purposes);
    }

    /** What it takes away or gives back; the confirmation of a STOP itself is always sent. */
    public Set<Purpose> purposes() {
      Set<Purpose> own = EnumSet.copyOf(purposes);
      own.remove(Purpose.CONFIRMATION);
      return Set.copyOf(own);
    }

    private boolean isNamed(String clause) {
      return words.matcher(clause).find()
          && !(this == CALLS && clause.matches(".*\\b(?:msg|write)\\b.*"));
    }

    static Scope of(String clause) {
      for (Scope scope : values()) {
        if (scope.isNamed(clause)) {
          return scope;
        }
      }
      return ALL;
    }
  }

  /** Reads the client's own words; lines quoted from an earlier message do not count. */
  public static Reading read(String text) {
    String body = ConsentText.body(text);
    if (body.isEmpty()) {
      return new Silent();
    }
    Optional<Said> keyword = keyword(body).or(() -> misspelt(withoutCourtesy(body)));
    if (keyword.isPresent()) {
      return keyword.get();
    }
    String earnest = LAUGHTER.matcher(body).replaceAll("").strip();
    boolean joking = earnest.length() < body.length() && keyword(earnest).isPresent();
    return joking ? doubt("taken-back", body) : clauses(text, body);
  }

  private static Reading clauses(String text, String body) {
    List<String> clauses = ConsentText.clauses(text);
    Map<Says, Reading> found = new LinkedHashMap<>();
    for (String clause : clauses) {
      read(clause, clauses, text).forEach(found::putIfAbsent);
    }
    Reading stop = found.get(Says.STOP);
    boolean taken = TAKEN_BACK.matcher(body).find();
    if (found.containsKey(Says.START)) {
      return stop == null ? found.get(Says.START) : doubt("start-and-stop", body);
    }
    if (stop instanceof Said && (taken || CONDITION.matcher(body).find())) {
      return doubt(taken ? "taken-back" : "condition", body);
    }
    return stop != null ? stop : found.getOrDefault(Says.DOUBT, new Silent());
  }

  /** One clause: a frame, or a keyword that is a sentence of its own among others. */
  private static Map<Says, Reading> read(String clause, List<String> clauses, String text) {
    Optional<Fit> fit = ConsentFrames.fitting(clause);
    if (fit.isEmpty() && clause.startsWith("i said ")) {
      boolean told = ConsentFrames.fitting(clause.substring(7)).isPresent();
      return told ? Map.of(Says.DOUBT, doubt("told", clause)) : Map.of();
    }
    if (fit.isPresent()) {
      return Map.of(fit.get().says(), said(fit.get(), clause));
    }
    Optional<Said> keyword = keyword(clause);
    if (keyword.isEmpty() || keyword.get().signal() != ConsentSignal.STOP) {
      return Map.of();
    }
    boolean meant = text.contains("STOP") && clauses.stream().anyMatch(ConsentRules::speaksToUs);
    return meant
        ? Map.of(Says.STOP, keyword.get())
        : Map.of(Says.DOUBT, doubt("keyword-among-others", clause));
  }

  private static boolean speaksToUs(String clause) {
    return clause.matches(".*\\b(?:you|your|msg|write|send|number|numero)\\b.*");
  }

  private static Reading said(Fit fit, String clause) {
    String language = ConsentWords.language(clause);
    return switch (fit.says()) {
      case STOP -> new Said(ConsentSignal.STOP, Scope.of(clause), fit.rule(), language);
      case START -> new Said(ConsentSignal.START, started(clause), fit.rule(), language);
      case DOUBT -> new Doubtful(fit.rule(), language);
    };
  }

  /** A START may name what is wanted again; nothing else limits it. */
  private static Scope started(String clause) {
    return Scope.of(clause) == Scope.REMINDERS ? Scope.REMINDERS : Scope.ALL;
  }

  private static Doubtful doubt(String rule, String words) {
    return new Doubtful(rule, ConsentWords.language(words));
  }

  private static Optional<Said> keyword(String words) {
    Said whole = KEYWORDS.get(words);
    if (whole != null) {
      return Optional.of(whole);
    }
    String bare = withoutCourtesy(REPEATED.matcher(words).replaceAll("$1"));
    return Optional.ofNullable(KEYWORDS.get(bare));
  }

  private static Optional<Said> misspelt(String word) {
    if (word.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    return KEYWORDS.entrySet().stream()
        .filter(one -> ConsentWords.nearly(word, one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String withoutCourtesy(String words) {
    String rest = words;
    for (boolean found = true; found; ) {
      found = false;
      for (String word : ConsentWords.COURTESIES) {
        String shorter = trimmed(rest, word);
        found |= shorter.length() < rest.length();
        rest = shorter;
      }
    }
    return rest;
  }

  private static String trimmed(String words, String word) {
    if (words.endsWith(" " + word)) {
      return words.substring(0, words.length() - word.length() - 1);
    }
    return words.startsWith(word + " ") ? words.substring(word.length() + 1) : words;
  }

  private static Map<String, Said> keywords() {
    Map<String, Said> all = new LinkedHashMap<>();
    put(all, ConsentWords.STOP, ConsentSignal.STOP);
    put(all, ConsentWords.START, ConsentSignal.START);
    put(all, ConsentWords.HELP, ConsentSignal.HELP);
    return all;
  }

  private static void put(Map<String, Said> into, String phrases, ConsentSignal signal) {
    for (String phrase : ConsentWords.list(phrases)) {
      Said said = new Said(signal, Scope.ALL, phrase, ConsentWords.language(phrase));
      into.putIfAbsent(phrase, said);
    }
  }
}
