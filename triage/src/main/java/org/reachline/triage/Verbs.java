package org.reachline.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of a verb that a phrase asks for, such as {@code {es:golpear 3 past}}. */
final class Verbs {
  private static final Set<String> PERSONS = Set.of("1", "3");
  private static final Set<String> TENSES = Set.of("pres", "past", "subj", "fut");

  private Verbs() {}

  /**
   * @param tags which forms; none means all of them, without pronouns at the end
   * @param irregular forms that the pattern gets wrong, by name
   */
  static List<String> forms(
      String language, String verb, List<String> tags, Map<String, List<String>> irregular) {
    Map<String, List<String>> all = all(language, verb, irregular);
    var chosen = new LinkedHashSet<String>();
    all.forEach((form, words) -> addIf(asksFor(tags, form), words, chosen));
    tags.forEach(tag -> Malformed.expect(known(tag, all), "a form of {" + verb + "}, got " + tag));
    Malformed.expect(!chosen.isEmpty(), "forms that exist in {" + language + ":" + verb + "}");
    return List.copyOf(chosen);
  }

  /** Checks a line that describes an irregular verb. */
  static void check(String language, String verb, Map<String, List<String>> irregular) {
    Set<String> known = new LinkedHashSet<>(all(language, verb, Map.of()).keySet());
    known.addAll(List.of("stem", "past"));
    irregular
        .keySet()
        .forEach(f -> Malformed.expect(known.contains(f), "a form of " + known + ", got " + f));
  }

  static List<String> options(String words) {
    var all = new ArrayList<String>();
    int start = 0;
    for (int bar = words.indexOf('|'); bar >= 0; bar = words.indexOf('|', start)) {
      all.add(words.substring(start, bar));
      start = bar + 1;
    }
    all.add(words.substring(start));
    return all;
  }

  private static Map<String, List<String>> all(
      String language, String verb, Map<String, List<String>> irregular) {
    Malformed.expect(verb.length() > 1, "an infinitive");
    var all =
        new LinkedHashMap<>(
            switch (language) {
              case "en" -> EnglishVerb.forms(verb);
              case "es" -> SpanishVerb.forms(verb, irregular);
              default -> throw new Malformed("en or es, got " + language);
            });
    irregular.forEach((form, words) -> all.computeIfPresent(form, (_, _) -> words));
    return all;
  }

  /** A form such as "3past" is asked for by its person, its tense, both, or its whole name. */
  private static boolean asksFor(List<String> tags, String form) {
    if (tags.isEmpty()) {
      return !form.startsWith("+");
    }
    if (tags.contains(form)) {
      return true;
    }
    if (!PERSONS.contains(form.substring(0, 1))) {
      return false;
    }
    boolean anyPerson = tags.stream().noneMatch(PERSONS::contains);
    boolean anyTense = tags.stream().noneMatch(TENSES::contains);
    return (!anyPerson || !anyTense)
        && (anyPerson || tags.contains(form.substring(0, 1)))
        && (anyTense || tags.contains(form.substring(1)));
  }

  private static boolean known(String tag, Map<String, List<String>> all) {
    boolean finite = PERSONS.contains(tag) || TENSES.contains(tag);
    return all.keySet().stream()
        .anyMatch(f -> f.equals(tag) || finite && (f.startsWith(tag) || f.endsWith(tag)));
  }

  private static void addIf(boolean wanted, List<String> words, Set<String> chosen) {
    if (wanted) {
      chosen.addAll(words);
    }
  }
}
