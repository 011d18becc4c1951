package org.reachline.triage;

/** The agency's weather state. */
public enum WeatherAlert {
  /** Ordinary weather. */
  NONE,
  /** Dangerous cold. */
  COLD,
  /** Dangerous heat. */
  HEAT
}
