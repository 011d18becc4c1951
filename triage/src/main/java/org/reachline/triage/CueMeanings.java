package org.reachline.triage;

import java.util.Locale;
import java.util.Map;

/** What the cues of a set mean, in a few words a caseworker understands; English and Spanish. */
record CueMeanings(Map<String, String> english, Map<String, String> spanish) {
  CueMeanings {
    english = Map.copyOf(english);
    spanish = Map.copyOf(spanish);
  }

  /**
   * The meaning in the language asked for, English for any but Spanish; the id itself when unknown.
   */
  String of(String cue, Locale language) {
    return (language.getLanguage().equals("es") ? spanish : english).getOrDefault(cue, cue);
  }
}
