package org.reachline.triage;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a phrase is about; frames combine these, a phrase alone has no level unless it is a {@link
 * #RISK}.
 */
public enum CueType {
  /** States the crisis itself; the only type that carries a category and a level. */
  RISK,
  /** An object that can harm the writer. */
  MEANS,
  /** An object that can harm others. */
  WEAPON,
  /** A place that belongs to a plan. */
  METHOD_PLACE,
  /** Arrangements for an end. */
  PREP,
  /** Farewells and words that close. */
  FINALITY,
  /** A visible sign of danger in a body. */
  BODY_SIGN,
  /** A wound or blow. */
  INJURY,
  /** Someone restricts or watches the writer. */
  CONTROL,
  /** Someone frightens the writer. */
  FEAR,
  /** The one who harms. */
  ABUSER,
  /** An attack under way or just made. */
  ATTACK,
  /** The wish or the plan to act. */
  INTENT,
  /** Now, or within the day. */
  NOW,
  /** Hours or days ago: keeps the level. */
  RECENT,
  /** Far past: lowers to {@link Severity#LOW}. */
  PAST,
  /** Negation. */
  NEG,
  /** Looks like a negation and is none. */
  PSEUDO_NEG,
  /** Ends the reach of a negation. */
  CONNECTOR,
  /** Hypothesis; recorded, lowers nothing. */
  HYP,
  /** Somebody else is concerned: keeps the level. */
  OTHER_PERSON,
  /** Media, game, lesson, idiom: removes only the cue it covers. */
  BENIGN_FRAME,
  /** Film, news, training: lowers what is not said in the first person. */
  MEDIA,
  /** Laughter: lowers cues of the idiom class only. */
  LAUGHTER,
  /** Ordinary business. */
  LOGISTICS,
  /** Words that the learned layer weighs; never written in phrases. */
  LEARNED,
  /** A child is there. */
  CHILD,
  /** The writer is under age. */
  MINOR,
  /** Nobody else is there. */
  ALONE,
  /** No roof for the coming night. */
  SHELTER_NONE,
  /** Told to leave. */
  EXPELLED,
  /** Cold or heat. */
  TEMPERATURE,
  /** Wet through. */
  WET,
  /** Owes money to the one in power. */
  DEBT,
  /** Identity papers are withheld. */
  ID_HELD,
  /** Substances. */
  SUBSTANCE,
  /** Someone or something the message is about. */
  SUBJECT;

  private static final Set<CueType> QUIET =
      EnumSet.of(
          PAST,
          NEG,
          PSEUDO_NEG,
          CONNECTOR,
          HYP,
          BENIGN_FRAME,
          MEDIA,
          LAUGHTER,
          LOGISTICS,
          RECENT,
          LEARNED);

  private static final Set<CueType> CIRCUMSTANCES =
      EnumSet.of(SUBJECT, NOW, OTHER_PERSON, CHILD, ALONE, TEMPERATURE, SUBSTANCE);

  /** Whether such a cue says something of the danger itself and not only of who, when or where. */
  boolean isSign() {
    return raises() && !CIRCUMSTANCES.contains(this);
  }

  /** Whether such a cue may take part in a frame; the others only lower, keep or explain. */
  boolean raises() {
    return !QUIET.contains(this);
  }
}
