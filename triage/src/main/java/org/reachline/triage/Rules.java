package org.reachline.triage;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compiled rules: immutable, safe to share between threads; a new version replaces one reference.
 */
public final class Rules {
  private final String version;
  private final Lexicon lexicon;
  private final Phrases phrases;
  private final List<Cue> cues;
  private final List<Frame> frames;
  private final int phraseCount;

  Rules(
      String version,
      Lexicon lexicon,
      Phrases.Builder phrases,
      List<Cue> cues,
      List<Frame> frames) {
    this.version = version;
    this.lexicon = lexicon;
    this.phrases = phrases.build();
    this.cues = List.copyOf(cues);
    this.frames = List.copyOf(frames);
    this.phraseCount = phrases.size();
  }

  /**
   * The rules shipped with this library, read from the class path at each call: keep the result.
   */
  public static Rules core() {
    return RulesLoader.core();
  }

  /**
   * Compiles a rule file.
   *
   * @param file its name, for error messages only
   */
  public static Outcome parse(String file, String content) {
    return new RuleParser(file).parse(content);
  }

  /** Version named in the rule file. */
  public String version() {
    return version;
  }

  /** Every cue id the rules can give as evidence. */
  public Set<String> cueIds() {
    var ids = new TreeSet<String>();
    cues.forEach(cue -> ids.add(cue.id()));
    return ids;
  }

  /** Number of frames, risk cues not counted. */
  public int frameCount() {
    return frames.size();
  }

  /** Number of phrases after the templates were expanded. */
  public int phraseCount() {
    return phraseCount;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  Phrases phrases() {
    return phrases;
  }

  List<Frame> frames() {
    return frames;
  }

  Cue cue(Hit hit) {
    return cues.get(hit.cue());
  }

  /** What became of a rule file. */
  public sealed interface Outcome {}

  /** The file is good. */
  public record Loaded(Rules rules) implements Outcome {}

  /** The file is bad: keep the old rules and show these errors. */
  public record Refused(RuleErrors errors) implements Outcome {}
}
