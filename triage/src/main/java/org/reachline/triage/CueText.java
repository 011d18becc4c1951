package org.reachline.triage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a cue id means, in a few words a caseworker understands; English and Spanish. */
public final class CueText {
  private static final CueText ENGLISH = new CueText("cues_en.properties");
  private static final CueText SPANISH = new CueText("cues_es.properties");

  private final Map<String, String> meanings;

  private CueText(String resource) {
    var found = new HashMap<String, String>();
    RulesLoader.text(resource).lines().filter(CueText::isEntry).forEach(line -> put(line, found));
    meanings = Map.copyOf(found);
  }

  /**
   * The meaning in the language asked for, English for any but Spanish; the id itself when unknown.
   */
  public static String of(String cue, Locale language) {
    CueText words = language.getLanguage().equals("es") ? SPANISH : ENGLISH;
    return words.meanings.getOrDefault(cue, cue);
  }

  private static boolean isEntry(String line) {
    return line.indexOf('=') > 0 && !line.startsWith("#");
  }

  private static void put(String line, Map<String, String> found) {
    int equals = line.indexOf('=');
    found.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
  }
}
