package org.reachline.triage;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compiled rules: immutable, safe to share between threads; a new version replaces one reference.
 */
public final class Rules {
  private final String version;
  private final Lexicon lexicon;
  private final Phrases phrases;
  private final long phraseCount;
  private final Cue[] cues; // asked many times for each message
  private final CueType[] types;
  private final int[] features;
  private final int coreCues;
  private final CueMeanings meanings;
  private final FrameIndex frames;
  private final BitSet guarded;
  private final List<RuleFile> core;
  private final Learned learned;
  private final Set<String> supported;

  Rules(
      String version,
      Lexicon lexicon,
      Phrases phrases,
      long phraseCount,
      CueBook cues,
      List<Frame> frames,
      BitSet guarded,
      List<RuleFile> core,
      Learned learned,
      Set<String> supported) {
    this.version = version;
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.phraseCount = phraseCount;
    this.cues = cues.cues().toArray(Cue[]::new);
    this.types = cues.cues().stream().map(Cue::type).toArray(CueType[]::new);
    this.features = features(this.cues);
    this.coreCues = cues.coreCues();
    this.meanings = cues.meanings();
    this.frames = new FrameIndex(frames);
    this.guarded = (BitSet) guarded.clone();
    this.core = List.copyOf(core);
    this.learned = learned;
    this.supported = Set.copyOf(supported);
  }

  /**
   * The rules shipped with this library, read from the class path at each call: keep the result.
   */
  public static Rules core() {
    return RulesLoader.core();
  }

  /** The files the shipped rules are made of, in the order they are read. */
  public static List<RuleFile> coreFiles() {
    return RulesLoader.files();
  }

  /**
   * Compiles a rule set of one file.
   *
   * @param file its name, for error messages only
   */
  public static Outcome parse(String file, String content) {
    return parse(List.of(new RuleFile(file, content)));
  }

  /** Compiles a rule set of several files, which may use each other's cues and lists. */
  public static Outcome parse(List<RuleFile> files) {
    return new RuleParser().parse(files, List.of());
  }

  /**
   * These rules together with an agency's own file, which may add but never weaken: with it, every
   * message that was imminent stays imminent. Refused, with the reason, when it tries to.
   */
  public Outcome with(RuleFile overlay) {
    return new RuleParser().parse(core, List.of(overlay));
  }

  /** Newest version line of the files and a checksum over all of them. */
  public String version() {
    return version;
  }

  /** Every cue id the rules can give as evidence. */
  public Set<String> cueIds() {
    var ids = new TreeSet<String>();
    for (Cue cue : cues) {
      ids.add(cue.id());
    }
    return ids;
  }

  /** Number of frames, risk cues not counted. */
  public int frameCount() {
    return frames.size();
  }

  /** Number of phrases if all templates were written out. */
  public long phraseCount() {
    return phraseCount;
  }

  /**
   * What a cue means, in a few words a caseworker understands: Spanish or else English; the id
   * itself when unknown.
   */
  public String meaning(String cue, Locale language) {
    return meanings.of(cue, language);
  }

  Lexicon lexicon() {
    return lexicon;
  }

  Phrases phrases() {
    return phrases;
  }

  Learned learned() {
    return learned;
  }

  /** Whether this frame or risk cue counts in full only with the learned layer's support. */
  boolean needsSupport(String rule) {
    return supported.contains(rule);
  }

  FrameIndex frames() {
    return frames;
  }

  Cue cue(Hit hit) {
    return cues[hit.cue()];
  }

  CueType type(Hit hit) {
    return types[hit.cue()];
  }

  /** The feature of each cue, then that of the cue held back. */
  private static int[] features(Cue[] cues) {
    var features = new int[2 * cues.length];
    for (int i = 0; i < cues.length; i++) {
      features[2 * i] = Grams.cue(cues[i].id());
      features[2 * i + 1] = Grams.cue(cues[i].id() + '~');
    }
    return features;
  }

  /** What the learned layer knows these cues by, and those that something holds back. */
  int[] features(BitSet free, BitSet heldBack) {
    var found = new int[free.cardinality() + heldBack.cardinality()];
    int count = 0;
    for (int cue = free.nextSetBit(0); cue >= 0; cue = free.nextSetBit(cue + 1)) {
      found[count++] = features[2 * cue];
    }
    for (int cue = heldBack.nextSetBit(0); cue >= 0; cue = heldBack.nextSetBit(cue + 1)) {
      found[count++] = features[2 * cue + 1];
    }
    return found;
  }

  /** Whether this cue was added by an agency. */
  boolean added(Hit hit) {
    return hit.cue() >= coreCues;
  }

  /** Whether an imminent core rule needs this cue. */
  boolean guarded(Hit hit) {
    return guarded.get(hit.cue());
  }

  /** What became of rule files. */
  public sealed interface Outcome {}

  /** The files are good. */
  public record Loaded(Rules rules) implements Outcome {}

  /** A file is bad: keep the old rules and show these errors. */
  public record Refused(RuleErrors errors) implements Outcome {}
}
