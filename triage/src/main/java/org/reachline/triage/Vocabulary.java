package org.reachline.triage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists and verbs that phrases may name in braces, from all files of the set. */
final class Vocabulary {
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, Map<String, List<String>>> irregular = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  /** A line {@code list NAME = words}. */
  void list(RuleLine line) {
    Malformed.expect(line.left().size() == 1, "list NAME = WORDS");
    String name = line.left().getFirst();
    boolean fresh = lists.putIfAbsent(name, line.right()) == null;
    Malformed.expect(fresh, "a list name not used before, got " + name);
  }

  /** A line {@code verb en|es INFINITIVE form=words ...} for what the plain pattern gets wrong. */
  void verb(RuleLine line) {
    List<String> words = line.words();
    Malformed.expect(words.size() > 3, "verb en|es INFINITIVE FORM=WORD|WORD ...");
    var forms = new HashMap<String, List<String>>();
    for (String form : words.subList(3, words.size())) {
      int equals = form.indexOf('=');
      Malformed.expect(equals > 0, "FORM=WORD|WORD, got " + form);
      forms.put(form.substring(0, equals), Verbs.options(form.substring(equals + 1)));
    }
    String name = words.get(1) + ":" + words.get(2);
    Verbs.check(words.get(1), words.get(2), forms);
    Malformed.expect(
        irregular.putIfAbsent(name, forms) == null, "a verb not described before, got " + name);
  }

  /** The template that a name in braces stands for. */
  String named(String name) {
    if (name.startsWith("en:") || name.startsWith("es:")) {
      return String.join("|", verb(RuleLine.split(name)));
    }
    String words = lists.getOrDefault(name, "");
    Malformed.expect(!words.isEmpty(), "the name of a list, got {" + name + "}");
    Malformed.expect(open.add(name), "a list that does not contain itself, got {" + name + "}");
    try {
      return flat(words);
    } finally {
      open.remove(name);
    }
  }

  /** The lists inside a list are written out at once, so that one that contains itself is seen. */
  private String flat(String words) {
    var out = new StringBuilder();
    int at = 0;
    for (int from = words.indexOf('{'); from >= 0; from = words.indexOf('{', at)) {
      int close = words.indexOf('}', from);
      Malformed.expect(close > 0, "a closing bracket }");
      String inner = named(words.substring(from + 1, close));
      out.append(words, at, from).append('(').append(inner).append(')');
      at = close + 1;
    }
    return out.append(words, at, words.length()).toString();
  }

  private List<String> verb(List<String> request) {
    String name = request.getFirst();
    List<String> tags = request.subList(1, request.size());
    var forms = irregular.getOrDefault(name, Map.of());
    return Verbs.forms(name.substring(0, 2), name.substring(3), tags, forms);
  }
}
