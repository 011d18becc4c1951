package org.reachline.triage;

import static org.reachline.triage.Malformed.expect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The cues of a rule set while it is read, by name and number, with their meanings. */
final class CueBook {
  /** What an agency's own file may add beside cues that raise: none of these lowers. */
  private static final Set<CueType> HARMLESS =
      EnumSet.of(
          CueType.PSEUDO_NEG,
          CueType.BENIGN_FRAME, // checked phrase by phrase
          CueType.HYP,
          CueType.LOGISTICS,
          CueType.RECENT);

  private final List<Cue> cues = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, RuleLine> headers = new HashMap<>();
  private final Map<String, String> english = new HashMap<>();
  private final Map<String, String> spanish = new HashMap<>();
  private final Set<String> written = new HashSet<>();
  private int coreCues = Integer.MAX_VALUE;

  /** A line {@code cue ID TYPE [CATEGORY LEVEL] [idiom]}. */
  void define(RuleLine line) {
    List<String> words = line.words();
    expect(words.size() >= 3, "cue ID TYPE, then category and level for a RISK");
    CueType type = Named.type(words.get(2));
    expect(type != CueType.LEARNED || words.get(1).equals(Learned.CUE), "a type for phrases");
    expect(
        !line.overlay() || type.raises() || HARMLESS.contains(type),
        "a type that lowers nothing: an agency's file may not weaken the core rules, got " + type);
    put(line, type == CueType.RISK ? risk(words) : plain(words.get(1), type, words));
  }

  private static Cue plain(String id, CueType type, List<String> words) {
    expect(words.size() == 3, "cue ID TYPE and no more: only a RISK has a category and level");
    return new Cue(id, type, Category.NONE, Severity.NONE, false);
  }

  private static Cue risk(List<String> words) {
    expect(words.size() >= 5, "category and level of a RISK");
    Category category = Named.category(words.get(3));
    Severity level = Named.level(words.get(4));
    boolean idiom = words.size() == 6 && words.get(5).equals("idiom");
    expect(words.size() == 5 || idiom, "nothing but idiom after the level");
    expect(
        !idiom || !level.atLeast(Severity.IMMINENT),
        "no idiom at imminent: laughter takes nothing imminent away");
    return new Cue(words.get(1), CueType.RISK, category, level, idiom);
  }

  private void put(RuleLine line, Cue cue) {
    if (line.overlay()) {
      coreCues = Math.min(coreCues, cues.size());
    }
    expect(numbers.putIfAbsent(cue.id(), cues.size()) == null, "a cue id not used before");
    headers.put(cue.id(), line);
    cues.add(cue);
  }

  /** Whether this header was refused before. */
  boolean isMistaken(RuleLine line) {
    if (!line.opens().equals("cue")) {
      return false;
    }
    List<String> words = line.words();
    return words.size() < 2 || !line.equals(headers.get(words.get(1)));
  }

  /** Number of the cue that a line {@code cue ID ...} or {@code more ID} opens. */
  int opened(RuleLine line) {
    expect(line.words().size() > 1, "the id of a cue");
    int number = numbers.getOrDefault(line.words().get(1), -1);
    expect(number >= 0, "the id of a cue, got " + line.words().get(1));
    return line.overlay() && number < coreCues ? twin(cues.get(number)) : number;
  }

  /** Phrases an agency adds to a core cue never compete with those of the core. */
  private int twin(Cue core) {
    expect(core.type().raises(), "a cue that raises: an agency's file may not weaken others");
    coreCues = Math.min(coreCues, cues.size());
    cues.add(core);
    return cues.size() - 1;
  }

  /** A line of phrases below the cue. */
  void phrase(int cue) {
    written.add(cues.get(cue).id());
  }

  /** A line {@code en: ...} or {@code es: ...}. */
  void meaning(int cue, String line) {
    Map<String, String> language = line.startsWith("en:") ? english : spanish;
    String before = language.putIfAbsent(cues.get(cue).id(), line.substring(3).strip());
    expect(before == null, "one line " + line.substring(0, 3) + " in a cue");
  }

  static boolean isMeaning(String line) {
    return line.startsWith("en:") || line.startsWith("es:");
  }

  /** Those that no agency added. */
  List<Cue> core() {
    return List.copyOf(cues.subList(0, Math.min(coreCues, cues.size())));
  }

  /** Cues without words for a caseworker, each reported at its own line. */
  List<RuleLine> unexplained() {
    return headers.entrySet().stream()
        .filter(e -> !english.containsKey(e.getKey()) || !spanish.containsKey(e.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Cues without a phrase, each reported at its own line. */
  List<RuleLine> unwritten() {
    return headers.entrySet().stream()
        .filter(e -> !written.contains(e.getKey()) && !e.getKey().equals(Learned.CUE))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A cue id, a prefix ending in a dot and a star, or a type. */
  BitSet named(String name) {
    String prefix = name.substring(0, name.length() - 1);
    BitSet found =
        name.endsWith("*")
            ? all(cue -> cue.id().startsWith(prefix))
            : all(cue -> cue.id().equals(name) || cue.type().name().equals(name));
    expect(!found.isEmpty(), "a cue or type of this set, got " + name);
    found.stream().forEach(i -> expect(cues.get(i).type().raises(), raisingNeeded(i)));
    return found;
  }

  private String raisingNeeded(int cue) {
    return "a cue that can raise, got " + cues.get(cue).id();
  }

  BitSet all(Predicate<Cue> test) {
    var found = new BitSet();
    for (int i = 0; i < cues.size(); i++) {
      if (test.test(cues.get(i))) {
        found.set(i);
      }
    }
    return found;
  }

  Cue get(int number) {
    return cues.get(number);
  }

  List<Cue> cues() {
    return cues;
  }

  int coreCues() {
    return coreCues;
  }

  CueMeanings meanings() {
    return new CueMeanings(english, spanish);
  }
}
