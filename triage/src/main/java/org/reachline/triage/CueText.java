package org.reachline.triage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a cue id of the shipped rules means; English and Spanish. */
public final class CueText {
  private static final CueMeanings CORE = read();

  private CueText() {}

  /**
   * The meaning in the language asked for, English for any but Spanish; the id itself when unknown.
   */
  public static String of(String cue, Locale language) {
    return CORE.of(cue, language);
  }

  /** Reads the {@code en:} and {@code es:} lines only: no need to compile the rules for them. */
  private static CueMeanings read() {
    Map<String, String> english = new HashMap<>();
    Map<String, String> spanish = new HashMap<>();
    for (RuleFile file : RulesLoader.files()) {
      String cue = "";
      for (RuleLine line : RuleLine.of(file, false)) {
        cue = line.opens().equals("cue") ? line.words().get(1) : cue;
        if (line.indented() && CueBook.isMeaning(line.text())) {
          Map<String, String> language = line.text().startsWith("en:") ? english : spanish;
          language.put(cue, line.text().substring(3).strip());
        }
      }
    }
    return new CueMeanings(english, spanish);
  }
}
