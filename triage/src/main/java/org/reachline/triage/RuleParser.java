package org.reachline.triage;

import static org.reachline.triage.Malformed.expect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns the files of a rule set into compiled rules, or into a list of what is wrong with them.
 * Words come first, then the names of all cues, then phrases and frames: the order of the files
 * does not matter to what they mean.
 */
final class RuleParser {
  private static final Set<String> WORDS =
      Set.of("version", "list", "verb", "short", "same", "unit", "block");
  private static final Set<String> OF_AGENCY = Set.of("version", "list", "cue", "more", "frame");

  /** Decoders leave this character in place of bytes that are none of UTF-8. */
  private static final char NOT_UTF_8 = '\ufffd';

  private final Mistakes mistakes = new Mistakes();
  private final Vocabulary vocabulary = new Vocabulary();
  private final LexiconBuilder lexicon = new LexiconBuilder();
  private final PhraseBuilder phrases = new PhraseBuilder(new PhraseWords(lexicon));
  private final CueBook cues = new CueBook();
  private final FrameBook frames = new FrameBook(cues);
  private final RuleVersion version = new RuleVersion();
  private final LearnedBook learned = new LearnedBook();
  private final SupportBook support = new SupportBook();
  private final OverlayGuard guard = new OverlayGuard(cues, phrases);
  private Consumer<RuleLine> below = RuleParser::nothingAbove;

  /** Reads the core files, then those an agency adds. */
  Rules.Outcome parse(List<RuleFile> core, List<RuleFile> overlays) {
    List<RuleLine> lines = lines(core, overlays);
    if (!mistakes.none()) {
      return mistakes.refused(); // nothing more can be said of what is no text
    }
    lines.forEach(line -> mistakes.attempt(line, this::word));
    lines.forEach(line -> mistakes.attempt(line, this::name));
    lines.stream().filter(l -> !l.overlay()).forEach(l -> mistakes.attempt(l, this::read));
    lexicon.endOfCore();
    lines.stream().filter(RuleLine::overlay).forEach(l -> mistakes.attempt(l, this::read));
    List<Frame> all = frames.frames(mistakes);
    Set<String> supported =
        support.rules(cues.core(), all.stream().filter(Frame::core).toList(), mistakes);
    cues.unexplained().forEach(line -> mistakes.add(line, "lines en: and es: in this cue"));
    cues.unwritten().forEach(line -> mistakes.add(line, "a phrase in this cue"));
    version.missing().forEach(file -> mistakes.add(file, 1, "a line 'version NAME'"));
    return mistakes.none() ? compiled(core, all, supported) : mistakes.refused();
  }

  private List<RuleLine> lines(List<RuleFile> core, List<RuleFile> overlays) {
    var lines = new ArrayList<RuleLine>();
    core.forEach(file -> lines.addAll(lines(file, false)));
    overlays.forEach(file -> lines.addAll(lines(file, true)));
    return lines;
  }

  private List<RuleLine> lines(RuleFile file, boolean overlay) {
    version.file(file, overlay);
    int undecoded = file.content().indexOf(NOT_UTF_8);
    if (undecoded >= 0) {
      long line = file.content().substring(0, undecoded + 1).lines().count();
      mistakes.add(file.name(), (int) line, "text in UTF-8");
    }
    return RuleLine.of(file, overlay);
  }

  private Rules.Outcome compiled(List<RuleFile> core, List<Frame> all, Set<String> supported) {
    Learned layer = learned.learned();
    Lexicon words = lexicon.build(barriers(), layer);
    Phrases automaton = phrases.build();
    BitSet guarded = OverlayGuard.guarded(cues, all);
    guard.check(automaton, words, guarded, mistakes);
    if (!mistakes.none()) {
      return mistakes.refused();
    }
    return new Rules.Loaded(
        new Rules(
            version.name(),
            words,
            automaton,
            phrases.phraseCount(),
            cues,
            all,
            guarded,
            core,
            layer,
            supported));
  }

  /** A gap jumps over no negation and no "but". */
  private BitSet barriers() {
    return phrases.singleWords(
        cues.all(c -> c.type() == CueType.NEG || c.type() == CueType.CONNECTOR));
  }

  private void word(RuleLine line) {
    if (line.overlay() && !line.indented()) {
      expect(
          OF_AGENCY.contains(line.opens()),
          "version, list, cue, more or frame: an agency's file may only add");
    }
    switch (line.opens()) {
      case "version" -> version.line(line);
      case "list" -> vocabulary.list(line);
      case "verb" -> vocabulary.verb(line);
      case "short" -> lexicon.shorthand(line);
      case "same" -> lexicon.same(line);
      case "unit" -> lexicon.unit(line);
      case "block" -> lexicon.block(line);
      case "learned" -> learned.bar(line);
      case "weights" -> learned.weights(line);
      case "support" -> support.support(line);
      case "alone" -> support.alone(line);
      case "", "cue", "more", "frame" -> {}
      default ->
          throw new Malformed(
              "version, list, verb, short, same, unit, block, cue, more, frame, support, alone,"
                  + " learned or weights");
    }
  }

  private void name(RuleLine line) {
    if (line.opens().equals("cue")) {
      cues.define(line);
    }
  }

  private void read(RuleLine line) {
    switch (line.opens()) {
      case "" -> below.accept(line);
      case "cue", "more" -> open(line);
      case "frame" -> {
        below = _ -> {};
        frames.define(line);
        below = frames::need;
      }
      default -> below = WORDS.contains(line.opens()) ? RuleParser::nothingAbove : _ -> {};
    }
  }

  private void open(RuleLine line) {
    below = _ -> {}; // lines below a header that is wrong itself are not blamed
    if (cues.isMistaken(line)) {
      return;
    }
    int cue = cues.opened(line);
    below = indented -> inCue(cue, indented);
  }

  private void inCue(int cue, RuleLine line) {
    if (CueBook.isMeaning(line.text())) {
      cues.meaning(cue, line.text());
      return;
    }
    cues.phrase(cue);
    CueType type = cues.get(cue).type();
    boolean gaps = type.raises() || type == CueType.PSEUDO_NEG;
    PhraseNode start =
        phrases.add(Template.read(line.text(), vocabulary), cue, type.raises(), gaps);
    if (line.overlay() && type == CueType.BENIGN_FRAME) {
      guard.later(line, start);
    }
  }

  private static void nothingAbove(RuleLine line) {
    throw new Malformed("a cue or a frame above an indented line");
  }
}
