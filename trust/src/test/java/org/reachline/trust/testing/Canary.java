package org.reachline.trust.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reachline.trust.testing.Spellings.Haystack;

/** Words that stand nowhere by chance. */
final class Canary {
  private final String what;
  private final Map<String, Spellings> words = new LinkedHashMap<>();

  Canary(String what, String... words) {
    this.what = what;
    Arrays.stream(words).forEach(word -> this.words.put(word, new Spellings(word)));
  }

  /** What of it stands there, in words for a failure. */
  List<String> in(Haystack text) {
    List<String> found = new ArrayList<>();
    words.forEach(
        (word, spellings) ->
            spellings
                .in(text)
                .ifPresent(form -> found.add(what + " \"" + word + "\" (" + form + ")")));
    return found;
  }
}
