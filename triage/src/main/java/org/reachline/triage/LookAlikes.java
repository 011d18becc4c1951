package org.reachline.triage;

import java.util.HashMap;
import java.util.Map;

/**
 * Letters of other scripts that look like Latin ones and are set into a Latin word, by habit or to
 * hide it. A word all of another script stays as it is.
 */
final class LookAlikes {
  /** Each foreign letter and the one it looks like; capitals may look like another one. */
  private static final String CYRILLIC =
      "аa вb еe ѕs іi јj кk ӏl мm нh һh оo рp ԛq сc тt уy ѵv ԝw хx ьb гr пn ԁd Аa Вb Еe Ѕs Іi Јj Кk Ӏl Мm Нh Һh Оo Рp Ԛq Сc Тt Уy Ѵv Ԝw Хx";

  private static final String GREEK =
      "αa βb γy εe ηn ιi κk μm νv οo ρp τt υu χx ωw ϲc ϳj Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx";

  private static final String OTHER = "ոn օo սu հh ցg ıi ɡg ɑa ɩi øo Øo łl Łl đd";

  private static final Map<Character, Character> LATIN = table();

  private LookAlikes() {}

  private static Map<Character, Character> table() {
    var table = new HashMap<Character, Character>();
    for (String pair : RuleLine.split(CYRILLIC + ' ' + GREEK + ' ' + OTHER)) {
      table.put(pair.charAt(0), pair.charAt(1));
    }
    return Map.copyOf(table);
  }

  /** The word with Latin letters alone, where it has some already. */
  static String latin(String word) {
    if (word.chars().noneMatch(LookAlikes::isLatin)) {
      return word;
    }
    var latin = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      latin.setCharAt(i, LATIN.getOrDefault(c, c));
    }
    return latin.toString();
  }

  private static boolean isLatin(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
