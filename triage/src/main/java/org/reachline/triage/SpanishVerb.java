package org.reachline.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forms of a Spanish verb, without accents as people text: 1pres, 3pres, 1past, 3past, 1fut,
 * 3fut, subj, ing, ed, inf, and with a pronoun at the end +me, +lo, +se.
 *
 * <p>An irregular verb may name its stressed stem ({@code stem=muer}) and the stem of its past
 * ({@code past=mur}).
 */
final class SpanishVerb {
  private final String verb;
  private final boolean ar;
  private final String stem;
  private final String stressed;
  private final String past;

  private SpanishVerb(String verb, Map<String, List<String>> irregular) {
    this.verb = verb;
    this.ar = verb.endsWith("ar");
    this.stem = verb.substring(0, verb.length() - 2);
    this.stressed = irregular.getOrDefault("stem", List.of(stem)).getFirst();
    this.past = irregular.getOrDefault("past", List.of(stem)).getFirst();
  }

  static Map<String, List<String>> forms(String verb, Map<String, List<String>> irregular) {
    boolean infinitive = verb.endsWith("ar") || verb.endsWith("er") || verb.endsWith("ir");
    Malformed.expect(infinitive, "a Spanish infinitive, got " + verb);
    var forms = new LinkedHashMap<>(new SpanishVerb(verb, irregular).regular());
    irregular.forEach((form, words) -> forms.computeIfPresent(form, (_, _) -> words));
    var both = new ArrayList<>(forms.getOrDefault("ing", List.of()));
    both.add(verb);
    forms.put("+me", with(both, "me", "nos"));
    forms.put("+lo", with(both, "lo", "la", "los", "las", "le", "les"));
    forms.put("+se", with(both, "se"));
    return forms;
  }

  private Map<String, List<String>> regular() {
    var forms = new LinkedHashMap<String, List<String>>();
    forms.put(
        "1pres", List.of((ar ? stressed : beforeO(stressed)) + "o", stem + (ar ? "amos" : mos())));
    forms.put("3pres", List.of(stressed + thirdVowel(), stressed + thirdVowel() + "n"));
    forms.put("1past", firstPast());
    forms.put("3past", thirdPast());
    forms.put("1fut", List.of(verb + "e", verb + "emos"));
    forms.put("3fut", List.of(verb + "a", verb + "an"));
    forms.put("subj", subjunctive());
    forms.put("ing", List.of(ar ? stem + "ando" : past + "iendo"));
    String ed = stem + (ar ? "ad" : "id");
    forms.put("ed", List.of(ed + "o", ed + "a", ed + "os", ed + "as"));
    forms.put("inf", List.of(verb));
    return forms;
  }

  private String mos() {
    return verb.endsWith("er") ? "emos" : "imos";
  }

  private String thirdVowel() {
    return ar ? "a" : "e";
  }

  private List<String> firstPast() {
    return ar
        ? List.of(beforeE(stem) + "e", stem + "amos", stem + "aba", stem + "abamos")
        : List.of(stem + "i", stem + "imos", stem + "ia", stem + "iamos");
  }

  private List<String> thirdPast() {
    return ar
        ? List.of(stem + "o", stem + "aron", stem + "aba", stem + "aban")
        : List.of(past + "io", past + "ieron", stem + "ia", stem + "ian");
  }

  private List<String> subjunctive() {
    String vowel = ar ? "e" : "a";
    String root = ar ? beforeE(stressed) : beforeO(stressed);
    String first = ar ? beforeE(stem) : beforeO(past);
    String hypothetical = ar ? stem + "ara" : past + "iera";
    return List.of(
        root + vowel, root + vowel + "n", first + vowel + "mos", hypothetical, hypothetical + "n");
  }

  /** The same sound before e: pegar, pegue; sacar, saque; amenazar, amenace. */
  private static String beforeE(String stem) {
    String cut = stem.substring(0, stem.length() - 1);
    return switch (stem.charAt(stem.length() - 1)) {
      case 'g' -> cut + "gu";
      case 'c' -> cut + "qu";
      case 'z' -> cut + "c";
      default -> stem;
    };
  }

  /** The same sound before o and a: coger, cojo; seguir, sigo. */
  private static String beforeO(String stem) {
    if (stem.endsWith("gu")) {
      return stem.substring(0, stem.length() - 1);
    }
    return stem.endsWith("g") ? stem.substring(0, stem.length() - 1) + "j" : stem;
  }

  private static List<String> with(List<String> words, String... pronouns) {
    var all = new ArrayList<String>();
    words.forEach(word -> List.of(pronouns).forEach(p -> all.add(word + p)));
    return all;
  }
}
