package org.reachline.contracts;

/** What a concern is about, the categories of the triage rubric. */
public enum Category {
  NONE,
  SUICIDE_SELF_HARM,
  DOMESTIC_VIOLENCE,
  VIOLENCE_THREAT,
  OVERDOSE_SUBSTANCE,
  MEDICAL,
  EXPOSURE,
  CHILD_SAFETY,
  TRAFFICKING,
  HOUSING_LOSS
}
