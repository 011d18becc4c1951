package org.reachline.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers what fired into one result: the maximum per category, never a sum, and the evidence for
 * it.
 */
final class Verdict {
  private static final Set<CueType> ORDERING =
      EnumSet.of(CueType.NOW, CueType.CHILD, CueType.ALONE);
  private static final int PER_LEVEL = 100;
  private static final int PER_CIRCUMSTANCE = 10;

  private final Map<Category, Severity> levels = new EnumMap<>(Category.class);
  private final Map<Place, Weight> evidence = new TreeMap<>();
  private final Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
  private final List<HeldBack> heldBack = new ArrayList<>();
  private final Set<String> earlierUsed = new HashSet<>();
  private List<Category> likeliest = List.of();
  private final Set<CueType> circumstances = EnumSet.noneOf(CueType.class);

  /** What a finding would have been at most, had nothing held a rule back. */
  private record HeldBack(Category category, Severity level, Set<Modifier> by) {}

  /** What a piece of evidence did, and the highest level it helped to. */
  private record Weight(Effect effect, Severity level) {
    static final Weight NONE = new Weight(Effect.ORDERS, Severity.NONE);

    static Weight without(Effect effect) {
      return new Weight(effect, Severity.NONE);
    }

    Weight or(Weight other) {
      Effect stronger = effect.compareTo(other.effect) <= 0 ? effect : other.effect;
      return new Weight(stronger, level.max(other.level));
    }
  }

  /** A span and what stands there. */
  private record Place(int start, int end, String cue, CueType type) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      if (start != other.start) {
        return Integer.compare(start, other.start);
      }
      return end == other.end ? cue.compareTo(other.cue) : Integer.compare(end, other.end);
    }
  }

  void add(Reading reading) {
    reading.fired().forEach(fired -> add(reading, fired, 0));
    for (Marked m : reading.marked()) {
      explain(reading, m);
      circumstance(reading, m);
    }
  }

  /** What a modifier took away or lowered is shown as well. */
  private void explain(Reading reading, Marked m) {
    if (m.marks().isEmpty() || !shown(reading, m)) {
      return;
    }
    if (m.cue().type() == CueType.RISK) {
      Severity most = m.lowered() ? Severity.IMMINENT : m.cue().level(); // perhaps with a frame
      heldBack.add(new HeldBack(m.cue().category(), most, m.marks()));
    } else if (weight(reading, m.hit()).effect() != Effect.RAISES) {
      modifiers.addAll(m.marks());
    }
    m.by().forEach(hit -> place(reading, hit, Weight.without(Effect.LOWERS), 0));
    if (m.removed() || m.laughedOff(m.cue().level())) {
      place(reading, m.hit(), Weight.without(Effect.REMOVED), 0);
    }
  }

  private Weight weight(Reading reading, Hit hit) {
    return evidence.getOrDefault(spot(reading, hit, 0), Weight.NONE);
  }

  private boolean shown(Reading reading, Marked m) {
    return m.cue().type() == CueType.RISK || evidence.containsKey(spot(reading, m.hit(), 0));
  }

  /** Takes from the joined text only what this message alone does not say. */
  void addAcross(Reading reading, Joined joined) {
    for (Fired fired : reading.fired()) {
      if (fired.level().compareTo(level(fired.category())) > 0) {
        add(reading, fired, joined.joint());
        modifiers.add(Modifier.JOINED);
        fired.hits().forEach(hit -> used(reading, reading.start(hit), reading.end(hit), joined));
      }
    }
  }

  /** What the learned layer takes the text for, and the words that weighed most. */
  void suspect(Reading reading, Severity level, Joined joined) {
    Suspicion suspicion = reading.suspicion();
    likeliest = suspicion.categories();
    Category category = likeliest.getFirst();
    raise(category, level, Modifier.LEARNED, List.of());
    int joint = reading.joint();
    for (Written.Word word : suspicion.words(category)) {
      used(reading, word.start(), word.end(), joined);
      if (word.end() > joint) {
        int start = Math.max(0, word.start() - joint);
        var place = new Place(start, word.end() - joint, Learned.CUE, CueType.LEARNED);
        evidence.merge(place, new Weight(Effect.RAISES, level), Weight::or);
      }
    }
  }

  /** Of several findings of one level, the one the message speaks of most is told first. */
  void settle(Suspicion suspicion) {
    if (levels.size() > 1) {
      likeliest = suspicion.categories();
    }
  }

  /** Shows what stood beside it. */
  void show(Reading reading, List<Hit> hits, Severity level, Joined joined) {
    for (Hit hit : hits) {
      used(reading, reading.start(hit), reading.end(hit), joined);
      place(reading, hit, new Weight(Effect.RAISES, level), reading.joint());
    }
  }

  /** The highest level so far. */
  Severity top() {
    return levels.values().stream().reduce(Severity.NONE, Severity::max);
  }

  /** Replaces the level of a category by a higher one, because of these earlier messages if any. */
  void raise(Category category, Severity level, Modifier why, List<Context.Earlier> because) {
    levels.merge(category, level, Severity::max);
    modifiers.add(why);
    because.forEach(earlier -> earlierUsed.add(earlier.ref()));
  }

  Severity level(Category category) {
    return levels.getOrDefault(category, Severity.NONE);
  }

  List<Finding> findings() {
    if (levels.isEmpty()) {
      return List.of(); // most messages
    }
    return levels.entrySet().stream()
        .map(e -> new Finding(e.getKey(), e.getValue()))
        .sorted(
            Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(finding -> likeliest.indexOf(finding.category()))
                .thenComparing(Finding::category))
        .toList();
  }

  Assessment.Assessed in(Context context, Severity carried, String version) {
    List<Finding> findings = findings();
    Severity top = findings.isEmpty() ? Severity.NONE : findings.getFirst().severity();
    heldBack.stream()
        .filter(held -> held.level().compareTo(level(held.category())) > 0)
        .forEach(held -> modifiers.addAll(held.by()));
    return new Assessment.Assessed(
        findings,
        carried,
        neutralReply(context),
        rank(top, context),
        evidence(top),
        List.copyOf(modifiers),
        context.earlier().stream().map(Context.Earlier::ref).filter(earlierUsed::contains).toList(),
        version);
  }

  private void add(Reading reading, Fired fired, int joint) {
    levels.merge(fired.category(), fired.level(), Severity::max);
    Effect effect = fired.lowered() || fired.unsupported() ? Effect.LOWERED : Effect.RAISES;
    if (fired.unsupported()) {
      var by = Set.of(Modifier.UNSUPPORTED);
      heldBack.add(new HeldBack(fired.category(), Severity.HIGH, by)); // never imminent
    }
    var weight = new Weight(effect, fired.level());
    fired.hits().forEach(hit -> place(reading, hit, weight, joint));
  }

  private void place(Reading reading, Hit hit, Weight weight, int joint) {
    if (reading.end(hit) > joint) {
      evidence.merge(spot(reading, hit, joint), weight, Weight::or);
    }
  }

  private static Place spot(Reading reading, Hit hit, int joint) {
    Cue cue = reading.cue(hit);
    int start = Math.max(0, reading.start(hit) - joint);
    return new Place(start, reading.end(hit) - joint, cue.id(), cue.type());
  }

  private void circumstance(Reading reading, Marked m) {
    if (ORDERING.contains(m.cue().type()) && m.marks().isEmpty()) {
      circumstances.add(m.cue().type());
      place(reading, m.hit(), Weight.without(Effect.ORDERS), 0);
    }
  }

  /** Notes whose words these are, where they stand before the message itself. */
  private void used(Reading reading, int start, int end, Joined joined) {
    if (start < reading.joint()) {
      joined.parts().stream()
          .filter(p -> start < p.end() && end > p.start())
          .forEach(p -> earlierUsed.add(p.ref()));
    }
  }

  private List<Evidence> evidence(Severity top) {
    var list = new ArrayList<Evidence>();
    evidence.forEach(
        (p, w) -> {
          if (w.effect() != Effect.ORDERS || top.atLeast(Severity.ELEVATED)) {
            list.add(new Evidence(p.start(), p.end(), p.cue(), p.type(), w.effect(), w.level()));
          }
        });
    return list;
  }

  private boolean neutralReply(Context context) {
    return context.safeContact().contains(SafeContact.UNSAFE_PHONE)
        || levels.containsKey(Category.DOMESTIC_VIOLENCE)
        || levels.containsKey(Category.TRAFFICKING);
  }

  private int rank(Severity top, Context context) {
    if (top == Severity.NONE) {
      return 0;
    }
    int bonus = circumstances.size() * PER_CIRCUMSTANCE;
    bonus += context.openEpisode() ? PER_CIRCUMSTANCE : 0;
    bonus += context.safeContact().contains(SafeContact.UNSAFE_PHONE) ? PER_CIRCUMSTANCE : 0;
    return top.ordinal() * PER_LEVEL + bonus;
  }
}
