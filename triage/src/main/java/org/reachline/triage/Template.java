package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spells out a phrase template: {@code (a|b|)} alternatives, {@code {name}} a list of words. */
final class Template {
  private static final int MOST = 20_000;

  private final String source;
  private final Map<String, List<String>> lists;
  private int at;

  private Template(String source, Map<String, List<String>> lists) {
    this.source = source;
    this.lists = lists;
  }

  /** All phrases the template stands for. */
  static List<String> expand(String source, Map<String, List<String>> lists) {
    var template = new Template(source, lists);
    List<String> all = template.alternatives();
    if (template.at < source.length()) {
      throw new Malformed("an opening bracket before column " + (template.at + 1));
    }
    return all.stream().map(String::strip).filter(s -> !s.isEmpty()).distinct().toList();
  }

  private List<String> alternatives() {
    var all = new ArrayList<>(sequence());
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      all.addAll(sequence());
    }
    return all;
  }

  private List<String> sequence() {
    List<String> built = List.of("");
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '|' || c == ')') {
        return built;
      }
      built = cross(built, part(c));
    }
    return built;
  }

  private List<String> part(char c) {
    at++;
    return switch (c) {
      case '(' -> group();
      case '{' -> list();
      default -> List.of(String.valueOf(c));
    };
  }

  private List<String> group() {
    List<String> inner = alternatives();
    if (at >= source.length()) {
      throw new Malformed("a closing bracket");
    }
    at++;
    return inner;
  }

  private List<String> list() {
    int close = source.indexOf('}', at);
    String name = close < 0 ? "" : source.substring(at, close);
    List<String> words = lists.get(name);
    if (words == null) {
      throw new Malformed("the name of a list defined above, got {" + name + "}");
    }
    at = close + 1;
    return words;
  }

  private static List<String> cross(List<String> left, List<String> right) {
    if (left.size() * right.size() > MOST) {
      throw new Malformed("a template of at most " + MOST + " phrases");
    }
    var all = new ArrayList<String>(left.size() * right.size());
    left.forEach(l -> right.forEach(r -> all.add(l + r)));
    return all;
  }

  /** What was expected instead. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String expected) {
      super(expected, null, false, false);
    }
  }
}
