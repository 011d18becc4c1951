package org.reachline.triage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which cues a negation, a far past, a harmless reading, media or laughter reaches.
 * Everything is local: no modifier crosses a sentence or a line to lower, and none reaches further
 * than a few words.
 */
final class Modifiers {
  private static final int NEG_REACH = 5;
  private static final int PAST_REACH = 10;
  private static final int MEDIA_REACH = 8;
  private static final String SELF = "self";
  private static final Set<CueType> HOLD_BACK =
      EnumSet.of(CueType.BENIGN_FRAME, CueType.NEG, CueType.PAST, CueType.MEDIA, CueType.LAUGHTER);
  private static final Set<CueType> MEDIA_LOWERS =
      EnumSet.of(CueType.RISK, CueType.WEAPON, CueType.MEANS);

  private final Tokens tokens;
  private final Rules rules;
  private final Hits hits;
  private final Set<Hit> voided = new HashSet<>();
  private final List<Hit> laughter;
  private final boolean anyHoldsBack;

  Modifiers(Tokens tokens, Rules rules) {
    this.tokens = tokens;
    this.rules = rules;
    this.hits = longest(rules.phrases().in(tokens));
    for (Hit neg : hits.of(CueType.NEG)) {
      if (hits.anyCovering(neg, this::ownsNegation)) {
        voided.add(neg);
      }
    }
    laughter = laughter();
    anyHoldsBack = hits.hasAny(HOLD_BACK);
  }

  /** All cues that may raise, marked; the others serve as modifiers only. */
  List<Marked> marked() {
    var marked = new ArrayList<Marked>();
    for (Hit hit : hits.all()) {
      if (type(hit).raises()) {
        marked.add(mark(hit));
      }
    }
    return marked;
  }

  private Marked mark(Hit hit) {
    Cue cue = rules.cue(hit);
    if (!anyHoldsBack || cue.type() == CueType.SUBJECT) { // most texts have no modifier at all
      return new Marked(hit, cue, Set.of(), List.of());
    }
    List<Hit> benign = benign(hit);
    List<Hit> negations = negations(hit);
    List<Hit> pasts = pasts(hit);
    List<Hit> media = media(hit);
    List<Hit> laughs = cue.idiom() ? laughter : List.of();
    if (benign.isEmpty()
        && negations.isEmpty()
        && pasts.isEmpty()
        && media.isEmpty()
        && laughs.isEmpty()) {
      return new Marked(hit, cue, Set.of(), List.of());
    }
    var marks = EnumSet.noneOf(Modifier.class);
    var by = new ArrayList<Hit>();
    note(Modifier.BENIGN, benign, marks, by);
    note(Modifier.NEGATED, negations, marks, by);
    note(Modifier.FAR_PAST, pasts, marks, by);
    note(Modifier.MEDIA, media, marks, by);
    note(Modifier.LAUGHTER, laughs, marks, by);
    return new Marked(hit, cue, marks, by);
  }

  private static void note(Modifier modifier, List<Hit> found, Set<Modifier> marks, List<Hit> by) {
    if (!found.isEmpty()) {
      marks.add(modifier);
      by.addAll(found);
    }
  }

  private List<Hit> benign(Hit hit) {
    return hits.covering(CueType.BENIGN_FRAME, hit, frame -> takesAway(frame, hit));
  }

  /** What an agency calls harmless never hides what the core needs to see. */
  private boolean takesAway(Hit benign, Hit hit) {
    return !(rules.added(benign) && rules.guarded(hit));
  }

  private List<Hit> negations(Hit hit) {
    int from = hit.first() - NEG_REACH;
    return hits.near(CueType.NEG, hit, from, hit.first(), neg -> negates(neg, hit));
  }

  private boolean negates(Hit neg, Hit hit) {
    return hit.first() >= neg.end()
        && hit.first() - neg.end() < NEG_REACH
        && tokens.clause(neg.end() - 1) == tokens.clause(hit.first())
        && !voided.contains(neg)
        && !connected(neg.end(), hit.first(), hit);
  }

  /** A negation inside a longer phrase belongs to that phrase, but for phrases that deny. */
  private boolean ownsNegation(Hit other) {
    boolean raises = type(other).raises() && !rules.cue(other).isMildRisk();
    return type(other) == CueType.PSEUDO_NEG || raises;
  }

  private List<Hit> pasts(Hit hit) {
    List<Hit> found = within(PAST_REACH, CueType.PAST, hit);
    return found.isEmpty() || isNow(hit) ? List.of() : found;
  }

  /** Bodies and injuries are never only a film; nor is what someone says of themselves. */
  private List<Hit> media(Hit hit) {
    if (!hits.has(CueType.MEDIA) || !MEDIA_LOWERS.contains(type(hit))) {
      return List.of();
    }
    List<Hit> found = within(MEDIA_REACH, CueType.MEDIA, hit);
    return found.isEmpty() || saidOfSelf(hit) || isNow(hit) ? List.of() : found;
  }

  private List<Hit> laughter() {
    return hits.of(CueType.LAUGHTER).stream().filter(l -> !denied(l)).limit(1).toList();
  }

  /** "No es broma" holds an "es broma" that says the contrary; so does "this is not a drill". */
  private boolean denied(Hit harmless) {
    return hits.anyCovering(harmless, o -> type(o) == CueType.PSEUDO_NEG);
  }

  private boolean saidOfSelf(Hit hit) {
    return hits.anyNear(
        CueType.SUBJECT,
        hit,
        hit.first(),
        hit.end(),
        s -> rules.cue(s).id().equals(SELF) && hit.covers(s));
  }

  /** Now or recently, said of this very cue and not of what comes after a "but" or a comma. */
  private boolean isNow(Hit hit) {
    return hits.anyNear(CueType.NOW, hit, now -> saidOf(now, hit))
        || hits.anyNear(CueType.RECENT, hit, recent -> saidOf(recent, hit));
  }

  private boolean saidOf(Hit time, Hit hit) {
    return tokens.clause(time.first()) == tokens.clause(hit.first())
        && !connected(hit.end(), time.end(), hit);
  }

  private boolean connected(int from, int to, Hit around) {
    return hits.anyNear(
        CueType.CONNECTOR, around, from, to, c -> c.first() >= from && c.end() <= to);
  }

  private List<Hit> within(int reach, CueType type, Hit hit) {
    return hits.near(type, hit, hit.first() - reach, hit.end() + reach, m -> within(m, hit, reach));
  }

  private boolean within(Hit modifier, Hit hit, int reach) {
    int gap = Math.max(modifier.first() - hit.end(), hit.first() - modifier.end());
    return gap < reach
        && tokens.sentence(modifier.first()) == tokens.sentence(hit.first())
        && !denied(modifier);
  }

  /** The longest match stands; what crosses a line may raise, but hides and lowers nothing. */
  private Hits longest(List<Hit> found) {
    var standing = new ArrayList<Hit>(found.size());
    var longer = new Hits(rules);
    for (Hit hit : found) {
      if (mayStand(hit)) {
        standing.add(hit);
        if (mayHide(hit)) {
          longer.add(hit);
        }
      }
    }
    var longest = new Hits(rules);
    for (Hit hit : standing) {
      if (!hidden(hit, longer)) {
        longest.add(hit);
      }
    }
    return longest;
  }

  private boolean mayStand(Hit hit) {
    boolean crossesStop = tokens.stop(hit.first()) != tokens.stop(hit.end() - 1);
    return !crossesStop && (type(hit).raises() || !crosses(hit));
  }

  private boolean mayHide(Hit hit) {
    return hit.end() - hit.first() > 1 && type(hit) != CueType.SUBJECT && !crosses(hit);
  }

  private boolean hidden(Hit hit, Hits longer) {
    CueType type = type(hit);
    return longer.has(type) && longer.anyLonger(type, hit, o -> competes(o, hit));
  }

  /** Risks of one category compete; a "my baby" does not hide the "baby" of another cue. */
  private boolean competes(Hit longer, Hit hit) {
    boolean rivals = longer.cue() == hit.cue() || sameRisk(rules.cue(longer), rules.cue(hit));
    boolean mayHide = rules.added(hit) || !rules.added(longer);
    return rivals && mayHide;
  }

  private static boolean sameRisk(Cue longer, Cue cue) {
    return cue.type() == CueType.RISK && longer.category() == cue.category();
  }

  private boolean crosses(Hit hit) {
    return tokens.sentence(hit.first()) != tokens.sentence(hit.end() - 1);
  }

  private CueType type(Hit hit) {
    return rules.type(hit);
  }
}
