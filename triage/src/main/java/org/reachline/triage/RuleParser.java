package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.reachline.triage.RuleErrors.RuleError;

/** Turns the lines of a rule file into compiled rules, or into a list of what is wrong with it. */
final class RuleParser {
  private final String file;
  private final List<RuleError> errors = new ArrayList<>();
  private final Map<String, List<String>> lists = new HashMap<>();
  private final Map<String, Integer> cueNumbers = new LinkedHashMap<>();
  private final List<Cue> cues = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
  private final List<Need> needs = new ArrayList<>();
  private final Lexicon.Builder lexicon = new Lexicon.Builder();
  private final Phrases.Builder phrases = new Phrases.Builder();
  private final PhraseWords phraseWords = new PhraseWords(lexicon);
  private String version = "";
  private Block block = Block.NONE;

  RuleParser(String file) {
    this.file = file;
  }

  /** What indented lines belong to. */
  private enum Block {
    NONE,
    CUE,
    FRAME
  }

  /** An {@code any} line of the frame with this number, resolved when all cues are known. */
  private record Need(int frame, int line, List<String> names) {}

  Rules.Outcome parse(String content) {
    List<String> lines = content.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      String line = lines.get(i);
      attempt(number, () -> read(number, line));
    }
    needs.forEach(need -> attempt(need.line(), () -> resolve(need)));
    if (version.isEmpty()) {
      errors.add(new RuleError(1, "a line 'version NAME'"));
    }
    frames.stream()
        .filter(f -> f.needs().isEmpty())
        .forEach(f -> errors.add(new RuleError(lines.size(), "an 'any' line in frame " + f.id())));
    if (!errors.isEmpty()) {
      return new Rules.Refused(new RuleErrors(file, errors));
    }
    return new Rules.Loaded(new Rules(version, lexicon.build(), phrases, cues, frames));
  }

  private void read(int number, String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (Character.isWhitespace(line.charAt(0))) {
      indented(number, line.strip());
    } else {
      header(line.strip());
    }
  }

  private void attempt(int number, Runnable step) {
    try {
      step.run();
    } catch (Template.Malformed e) {
      errors.add(new RuleError(number, String.valueOf(e.getMessage())));
    }
  }

  private void header(String line) {
    List<String> words = PhraseWords.split(line);
    String rest = line.substring(words.getFirst().length()).strip();
    block = Block.NONE;
    switch (words.getFirst()) {
      case "version" -> version = rest;
      case "list" -> list(rest);
      case "short" -> shorthand(rest);
      case "block" -> words.stream().skip(1).forEach(lexicon::block);
      case "cue" -> cue(words);
      case "frame" -> frame(words);
      default -> throw new Template.Malformed("version, list, short, block, cue or frame");
    }
  }

  private void indented(int number, String line) {
    switch (block) {
      case CUE -> phrase(line);
      case FRAME -> need(number, line);
      case NONE -> throw new Template.Malformed("a cue or a frame above an indented line");
    }
  }

  private void list(String rest) {
    int equals = equalsSign(rest);
    lists.put(
        rest.substring(0, equals).strip(),
        Template.expand(rest.substring(equals + 1).strip(), lists));
  }

  private void shorthand(String rest) {
    int equals = equalsSign(rest);
    String meant = rest.substring(equals + 1).strip();
    PhraseWords.split(rest.substring(0, equals)).forEach(w -> lexicon.shorthand(w, meant));
  }

  private void cue(List<String> words) {
    expect(words.size() >= 3, "cue ID TYPE, then category and level for a RISK");
    CueType type = oneOf(CueType.class, words.get(2));
    boolean risk = type == CueType.RISK;
    expect(!risk || words.size() >= 5, "category and level of a RISK");
    Category category = risk ? oneOf(Category.class, words.get(3)) : Category.NONE;
    Severity level = risk ? oneOf(Severity.class, words.get(4)) : Severity.NONE;
    expect(!risk || category != Category.NONE && level != Severity.NONE, "a category and level");
    expect(cueNumbers.putIfAbsent(words.get(1), cues.size()) == null, "a cue id not used above");
    cues.add(new Cue(words.get(1), type, category, level, words.getLast().equals("idiom")));
    block = Block.CUE;
  }

  private void phrase(String line) {
    boolean crisis = cues.getLast().type().raises();
    for (String phrase : Template.expand(line, lists)) {
      List<Integer> numbers = phraseWords.numbers(phrase, crisis);
      expect(!numbers.isEmpty(), "a phrase of at least one word");
      phrases.add(numbers, cues.size() - 1);
    }
  }

  private void frame(List<String> words) {
    expect(words.size() == 5, "frame ID CATEGORY LEVEL tight|wide");
    Category category = oneOf(Category.class, words.get(2));
    Severity level = oneOf(Severity.class, words.get(3));
    expect(words.get(4).equals("tight") || words.get(4).equals("wide"), "tight or wide");
    int window = words.get(4).equals("tight") ? Frame.TIGHT : Frame.WIDE;
    frames.add(new Frame(words.get(1), category, level, window, List.of()));
    block = Block.FRAME;
  }

  private void need(int number, String line) {
    List<String> words = PhraseWords.split(line);
    expect(words.getFirst().equals("any") && words.size() > 1, "any CUE-OR-TYPE ...");
    needs.add(new Need(frames.size() - 1, number, words.subList(1, words.size())));
  }

  private void resolve(Need need) {
    var wanted = new BitSet();
    need.names().forEach(name -> wanted.or(named(name)));
    Frame frame = frames.get(need.frame());
    expect(frame.needs().stream().noneMatch(wanted::intersects), "cues not in another 'any' line");
    frames.set(need.frame(), frame.with(wanted));
  }

  /** A cue id, a prefix ending in a dot and a star, or a type. */
  private BitSet named(String name) {
    var found = new BitSet();
    for (int i = 0; i < cues.size(); i++) {
      String id = cues.get(i).id();
      boolean prefix = name.endsWith("*") && id.startsWith(name.substring(0, name.length() - 1));
      if (id.equals(name) || prefix || cues.get(i).type().name().equals(name)) {
        expect(cues.get(i).type().raises(), "a cue that can raise, got " + id);
        found.set(i);
      }
    }
    expect(!found.isEmpty(), "a cue or type defined above, got " + name);
    return found;
  }

  private static <E extends Enum<E>> E oneOf(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new Template.Malformed("a " + type.getSimpleName() + ", got " + name));
  }

  private static int equalsSign(String rest) {
    int equals = rest.indexOf('=');
    expect(equals > 0, "NAME = VALUE");
    return equals;
  }

  private static void expect(boolean holds, String expected) {
    if (!holds) {
      throw new Template.Malformed(expected);
    }
  }
}
