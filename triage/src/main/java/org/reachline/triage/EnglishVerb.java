package org.reachline.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms of a regular English verb: base, s, ed, ing (also without its last letter). */
final class EnglishVerb {
  private static final String VOWELS = "aeiou";

  private EnglishVerb() {}

  static Map<String, List<String>> forms(String verb) {
    var forms = new LinkedHashMap<String, List<String>>();
    String stem = stem(verb);
    forms.put("base", List.of(verb));
    forms.put("s", List.of(third(verb)));
    forms.put("ed", List.of(past(verb, stem)));
    forms.put("ing", List.of(stem + "ing", stem + "in"));
    return forms;
  }

  private static String stem(String verb) {
    if (verb.endsWith("e") && !verb.endsWith("ee")) {
      return verb.substring(0, verb.length() - 1);
    }
    return doubles(verb) ? verb + verb.charAt(verb.length() - 1) : verb;
  }

  private static String third(String verb) {
    if (endsInConsonantY(verb)) {
      return verb.substring(0, verb.length() - 1) + "ies";
    }
    boolean hisses = List.of("s", "x", "z", "ch", "sh", "o").stream().anyMatch(verb::endsWith);
    return hisses ? verb + "es" : verb + "s";
  }

  private static String past(String verb, String stem) {
    return endsInConsonantY(verb) ? verb.substring(0, verb.length() - 1) + "ied" : stem + "ed";
  }

  private static boolean endsInConsonantY(String verb) {
    return verb.endsWith("y") && !vowel(verb, verb.length() - 2);
  }

  /** One short syllable that ends in a consonant: stab, stabbing. */
  private static boolean doubles(String verb) {
    int n = verb.length();
    if (n < 3 || vowel(verb, n - 1) || "wxy".indexOf(verb.charAt(n - 1)) >= 0) {
      return false;
    }
    long vowels = verb.chars().filter(c -> VOWELS.indexOf(c) >= 0).count();
    return vowels == 1 && vowel(verb, n - 2);
  }

  private static boolean vowel(String verb, int at) {
    return VOWELS.indexOf(verb.charAt(at)) >= 0;
  }
}
