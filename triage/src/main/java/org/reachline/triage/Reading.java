package org.reachline.triage;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One text read with the rules: which frames and risk cues fired, and what held them back. */
final class Reading {
  /** In a text of no more cues all of them are close together. */
  private static final int SHORT = 60;

  private final String text;
  private final Tokens tokens;
  private final Rules rules;
  private final List<Marked> marked;
  private final int joint;
  private final Predicate<List<Hit>> counts;
  private final Suspicion suspicion;
  private final List<Fired> fired = new ArrayList<>();
  private @Nullable Written written;

  private Reading(String text, Rules rules, int joint) {
    this.text = text;
    this.joint = joint;
    this.rules = rules;
    tokens = Tokens.of(text, rules.lexicon());
    marked = new Modifiers(tokens, rules).marked();
    suspicion = new Suspicion(rules.learned(), this);
    counts = joint == 0 ? _ -> true : hits -> spans(hits, joint);
    fireRisks();
    fireFrames();
  }

  /** Reads one message alone. */
  static Reading of(String text, Rules rules) {
    return new Reading(text, rules, 0);
  }

  /** Reads joined messages; only what needs words of both sides of {@code joint} counts. */
  static Reading across(String text, int joint, Rules rules) {
    return new Reading(text, rules, joint);
  }

  List<Fired> fired() {
    return fired;
  }

  List<Marked> marked() {
    return marked;
  }

  String text() {
    return text;
  }

  /** Where the message itself begins, after earlier ones; 0 when it stands alone. */
  int joint() {
    return joint;
  }

  /** What the learned layer sees of it. */
  Features features() {
    return Features.of(written().words(), cues(0, text.length()));
  }

  /** The words as they are written. */
  Written written() {
    Written known = written;
    if (known == null) {
      known = tokens.written(text);
      written = known;
    }
    return known;
  }

  /** What the learned layer sees of the cues between two places of the text, each cue once. */
  int[] cues(int from, int to) {
    var free = new BitSet(); // a long text names the same few again and again
    var heldBack = new BitSet();
    for (int i = firstFrom(from); i < marked.size() && start(marked.get(i).hit()) < to; i++) {
      Marked m = marked.get(i);
      if (end(m.hit()) <= to) {
        (m.marks().isEmpty() ? free : heldBack).set(m.hit().cue());
      }
    }
    return rules.features(free, heldBack);
  }

  /** Place of the first cue that begins there or later: they are in order of their first words. */
  private int firstFrom(int from) {
    return Ordered.firstFrom(marked, m -> start(m.hit()), from);
  }

  /** What the learned layer takes the text for. */
  Suspicion suspicion() {
    return suspicion;
  }

  /** What rules name and nothing holds back: a body, a weapon, a threat, a night without a roof. */
  List<Hit> signs() {
    var signs = new ArrayList<Hit>();
    for (Marked m : marked) {
      if (m.marks().isEmpty() && m.cue().isSign()) {
        signs.add(m.hit());
      }
    }
    return signs;
  }

  Cue cue(Hit hit) {
    return rules.cue(hit);
  }

  int start(Hit hit) {
    return tokens.start(hit.first());
  }

  int end(Hit hit) {
    return tokens.end(hit.end() - 1);
  }

  private boolean spans(List<Hit> hits, int joint) {
    return hits.stream().anyMatch(h -> start(h) < joint)
        && hits.stream().anyMatch(h -> end(h) > joint);
  }

  private void fireRisks() {
    for (Marked m : marked) {
      Severity level = m.cue().level();
      if (m.cue().type() == CueType.RISK && !m.removed() && !m.laughedOff(level)) {
        fire(m.cue().id(), m.cue().category(), level, m.lowered(), List.of(m.hit()));
      }
    }
  }

  private void fireFrames() {
    if (!marked.isEmpty()) {
      var places = new Places(marked, tokens, rules.frames());
      places.possible().stream().forEach(frame -> fire(frame, places));
    }
  }

  /** At full level from untouched cues, else at most low with those a modifier reached. */
  private void fire(int number, Places places) {
    Frame frame = rules.frames().get(number);
    BitSet[] meeting = places.meeting(number);
    var window = new Window(frame.window(), meeting, marked, tokens);
    int from = marked.size() <= SHORT ? 0 : window.mayBegin();
    if (from < 0) {
      return;
    }
    BitSet alive = places.alive(frame, meeting);
    BitSet full = places.full(alive);
    Optional<List<Hit>> found = window.match(full, from, counts);
    if (found.isPresent()) {
      fire(frame, false, found.get());
    } else if (!full.equals(alive)) {
      window.match(alive, from, counts).ifPresent(hits -> fire(frame, true, hits));
    }
  }

  private void fire(Frame frame, boolean lowered, List<Hit> hits) {
    fire(frame.id(), frame.category(), frame.level(), lowered, hits);
  }

  private void fire(
      String rule, Category category, Severity level, boolean lowered, List<Hit> hits) {
    if (counts.test(hits)) {
      boolean unsupported = !lowered && !standsAlone(rule, level, hits);
      Severity given = lowered || unsupported ? level.min(Severity.LOW) : level;
      fired.add(new Fired(rule, category, given, lowered, unsupported, hits));
    }
  }

  /** What an agency added needs nobody's support, not even where it adds to a rule of the core. */
  private boolean standsAlone(String rule, Severity level, List<Hit> hits) {
    return !level.atLeast(Severity.ELEVATED)
        || !rules.needsSupport(rule)
        || hits.stream().anyMatch(rules::added)
        || suspicion.supports();
  }
}
