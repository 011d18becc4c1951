package org.reachline.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Keeps an agency's harmless phrases away from what makes a core rule imminent. The file is
 * refused, and besides {@link Modifiers} would not let such a phrase take the cue away.
 */
final class OverlayGuard {
  private final CueBook cues;
  private final PhraseBuilder phrases;
  private final List<Later> benign = new ArrayList<>();

  OverlayGuard(CueBook cues, PhraseBuilder phrases) {
    this.cues = cues;
    this.phrases = phrases;
  }

  /** A line of harmless phrases. */
  private record Later(RuleLine line, List<int[]> phrases) {}

  /** Core cues that are imminent themselves or take part in an imminent core frame. */
  static BitSet guarded(CueBook cues, List<Frame> frames) {
    BitSet guarded =
        cues.all(c -> c.type() == CueType.RISK && c.level().atLeast(Severity.IMMINENT));
    frames.stream()
        .filter(f -> f.core() && f.level().atLeast(Severity.IMMINENT))
        .forEach(f -> f.needs().forEach(guarded::or));
    guarded.andNot(cues.all(c -> c.type() == CueType.SUBJECT)); // nothing takes these away
    guarded.clear(Math.min(guarded.length(), cues.coreCues()), guarded.length());
    return guarded;
  }

  void later(RuleLine line, PhraseNode start) {
    benign.add(new Later(line, phrases.spell(start)));
  }

  void check(Phrases automaton, Lexicon lexicon, BitSet guarded, Mistakes mistakes) {
    for (Later later : benign) {
      later.phrases().stream()
          .flatMap(words -> automaton.in(Tokens.of(words, lexicon)).stream())
          .filter(hit -> guarded.get(hit.cue()))
          .findFirst()
          .ifPresent(hit -> mistakes.add(later.line(), reason(hit)));
    }
  }

  private String reason(Hit hit) {
    return "no harmless phrase over cue "
        + cues.get(hit.cue()).id()
        + ", which the core rules need to see what is imminent";
  }
}
