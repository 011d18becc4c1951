package org.reachline.triage;

/** What kind of crisis; on equal severity the earlier constant decides the response. */
public enum Category {
  /** Suicide or self-harm. */
  SUICIDE_SELF_HARM,
  /** Violence or control by a partner or relative. */
  DOMESTIC_VIOLENCE,
  /** Violence by or against others, outside the home. */
  VIOLENCE_THREAT,
  /** Overdose, withdrawal, craving. */
  OVERDOSE_SUBSTANCE,
  /** Illness or injury. */
  MEDICAL,
  /** Cold, heat, wet, gas, water. */
  EXPOSURE,
  /** A child is hurt, alone or missing. */
  CHILD_SAFETY,
  /** Held, moved or made to work by others. */
  TRAFFICKING,
  /** Losing the roof over one's head. */
  HOUSING_LOSS,
  /** Exactly when the severity is {@link Severity#NONE}. */
  NONE
}
