package org.reachline.triage;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a phrase template into words and choices: {@code (a|b)} a choice, {@code [a]} may be left
 * out, {@code {name}} a list or the forms of a verb, {@code ..} up to two free words.
 */
final class Template {
  private static final int MOST_GLUED = 2_000;
  private static final int DEEPEST = 30;

  private final String source;
  private final Vocabulary words;
  private int at;
  private int depth;

  private Template(String source, Vocabulary words) {
    this.source = source;
    this.words = words;
  }

  /** One step of a phrase. */
  sealed interface Item {}

  /** One word as it is written. */
  record Word(String text) implements Item {}

  /** Any one of several runs of words; an empty run means "or nothing". */
  record Choice(List<List<Item>> options) implements Item {}

  /** What stands in the source before words are told apart. */
  private sealed interface Piece {}

  private record Letters(String text) implements Piece {}

  private record Blank() implements Piece {}

  private record Group(List<List<Piece>> options) implements Piece {}

  /** All phrases the template stands for, as one choice. */
  static Choice read(String source, Vocabulary words) {
    var template = new Template(source, words);
    List<List<Piece>> all = template.alternatives();
    if (template.at < source.length()) {
      throw new Malformed("an opening bracket before column " + (template.at + 1));
    }
    return choice(all);
  }

  private static Choice choice(List<List<Piece>> alternatives) {
    var options = new ArrayList<List<Item>>(alternatives.size());
    alternatives.forEach(pieces -> options.add(items(pieces)));
    return new Choice(options);
  }

  private List<List<Piece>> alternatives() {
    var all = new ArrayList<List<Piece>>();
    all.add(sequence());
    while (at < source.length() && source.charAt(at) == '|') {
      at++;
      all.add(sequence());
    }
    return all;
  }

  private List<Piece> sequence() {
    var pieces = new ArrayList<Piece>();
    while (at < source.length()) {
      char c = source.charAt(at);
      switch (c) {
        case '|', ')', ']' -> {
          return pieces;
        }
        case '(' -> pieces.add(new Group(bracketed(')')));
        case '[' -> pieces.add(optional());
        case '{' -> pieces.add(named());
        default -> pieces.add(Character.isWhitespace(c) ? blank() : letters());
      }
    }
    return pieces;
  }

  private Piece blank() {
    at++;
    return new Blank();
  }

  private Piece letters() {
    int start = at;
    while (at < source.length() && !isSpecial(source.charAt(at))) {
      at++;
    }
    return new Letters(source.substring(start, at));
  }

  private static boolean isSpecial(char c) {
    return Character.isWhitespace(c) || "()[]{|".indexOf(c) >= 0;
  }

  private List<List<Piece>> bracketed(char close) {
    at++;
    depth++;
    Malformed.expect(depth <= DEEPEST, "at most " + DEEPEST + " brackets inside each other");
    List<List<Piece>> inner = alternatives();
    depth--;
    if (at >= source.length() || source.charAt(at) != close) {
      throw new Malformed("a closing bracket " + close);
    }
    at++;
    return inner;
  }

  private Piece optional() {
    var options = new ArrayList<>(bracketed(']'));
    options.add(List.of());
    return new Group(options);
  }

  private Piece named() {
    int close = source.indexOf('}', at);
    Malformed.expect(close > 0, "a closing bracket }");
    String name = source.substring(at + 1, close);
    at = close + 1;
    var list = new Template(words.named(name), words);
    return new Group(list.alternatives());
  }

  /** Pieces without a blank between them are one word, whose endings are spelled out. */
  private static List<Item> items(List<Piece> pieces) {
    if (pieces.size() == 1 && pieces.getFirst() instanceof Letters(var text)) {
      return List.of(new Word(text)); // most options of a choice
    }
    var items = new ArrayList<Item>();
    var glued = new ArrayList<Piece>();
    for (Piece piece : pieces) {
      if (piece instanceof Blank) {
        flush(glued, items);
      } else {
        glued.add(piece);
      }
    }
    flush(glued, items);
    return items;
  }

  private static void flush(List<Piece> glued, List<Item> items) {
    if (glued.size() == 1 && glued.getFirst() instanceof Letters(var text)) {
      items.add(new Word(text));
    } else if (glued.size() == 1 && glued.getFirst() instanceof Group(var options)) {
      items.add(choice(options));
    } else if (!glued.isEmpty()) {
      items.add(new Choice(strings(glued).stream().distinct().map(Template::words).toList()));
    }
    glued.clear();
  }

  private static List<Item> words(String text) {
    return RuleLine.split(text).stream().map(w -> (Item) new Word(w)).toList();
  }

  private static List<String> strings(List<Piece> pieces) {
    List<String> built = List.of("");
    for (Piece piece : pieces) {
      built = cross(built, strings(piece));
    }
    return built;
  }

  private static List<String> strings(Piece piece) {
    return switch (piece) {
      case Letters(var text) -> List.of(text);
      case Blank() -> List.of(" ");
      case Group(var options) -> options.stream().flatMap(o -> strings(o).stream()).toList();
    };
  }

  private static List<String> cross(List<String> left, List<String> right) {
    Malformed.expect(
        left.size() * right.size() <= MOST_GLUED, "a blank between brackets with many choices");
    var all = new ArrayList<String>(left.size() * right.size());
    left.forEach(l -> right.forEach(r -> all.add(l + r)));
    return all;
  }
}
