package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * Other ways to read one folded word: fewer repeats, digits for letters, Spanish by ear, one letter
 * lost.
 */
final class Spelling {
  private static final String LEET_FROM = "0134578@$";
  private static final String LEET_TO = "oieastbas";
  private static final int LONGEST = 40;

  private Spelling() {}

  /** Repeats of three and more reduced to two and to one; empty when there are none. */
  static List<String> shortened(String word) {
    if (!hasRun(word)) {
      return List.of();
    }
    return List.of(squeeze(word, 2), squeeze(word, 1));
  }

  /** Letters for digits and symbols, only where a word mixes them; never for numbers. */
  static List<String> unleeted(String word) {
    if (word.length() > LONGEST || !mixed(word)) {
      return List.of();
    }
    String plain = translate(word);
    return word.indexOf('1') < 0
        ? List.of(plain)
        : List.of(plain, translate(word.replace('1', 'l')));
  }

  /** The words that are left when one letter is lost. */
  static List<String> oneLetterLost(String word) {
    var found = new ArrayList<String>();
    for (int i = 1; i < word.length(); i++) { // the first letter is hardly ever lost
      found.add(word.substring(0, i) + word.substring(i + 1));
    }
    return found;
  }

  /** Spanish by ear: h is silent, b=v, s=z=soft c, ll=y, rr=r, qu=k. */
  static String byEar(String word) {
    var key = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
      if (c == 'l' && next == 'l') {
        key.append('y');
        i++;
      } else if (c == 'q' && next == 'u') {
        key.append('k');
        i++;
      } else if (c == 'r' && next == 'r') {
        key.append('r');
        i++;
      } else if (c != 'h' || i > 0 && word.charAt(i - 1) == 'c') {
        key.append(sound(c, next));
      }
    }
    return key.toString();
  }

  private static char sound(char c, char next) {
    return switch (c) {
      case 'v' -> 'b';
      case 'z' -> 's';
      case 'c' -> next == 'e' || next == 'i' ? 's' : next == 'h' ? 'c' : 'k';
      case 'q' -> 'k';
      case 'g' -> next == 'e' || next == 'i' ? 'j' : 'g';
      default -> c;
    };
  }

  /** Whether one letter stands three times or more in a row. */
  static boolean hasRun(String word) {
    for (int i = 2; i < word.length(); i++) {
      if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
        return true;
      }
    }
    return false;
  }

  /** Cuts every run of three and more; true doubles stay. */
  private static String squeeze(String word, int keep) {
    var result = new StringBuilder(word.length());
    for (int i = 0, end; i < word.length(); i = end) {
      end = i + 1;
      while (end < word.length() && word.charAt(end) == word.charAt(i)) {
        end++;
      }
      int run = end - i;
      result.repeat(word.charAt(i), run > 2 ? keep : run);
    }
    return result.toString();
  }

  private static boolean mixed(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters += Character.isLetter(word.charAt(i)) ? 1 : 0;
    }
    return letters > 0 && letters < word.length();
  }

  private static String translate(String word) {
    var result = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      int leet = LEET_FROM.indexOf(word.charAt(i));
      if (leet >= 0) {
        result.setCharAt(i, LEET_TO.charAt(leet));
      }
    }
    return result.toString();
  }
}
