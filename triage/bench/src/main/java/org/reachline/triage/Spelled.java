package org.reachline.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import org.reachline.triage.Template.Choice;
import org.reachline.triage.Template.Item;
import org.reachline.triage.Template.Word;

/**
 * Phrases of the shipped rules written out, gaps left away, for a plain automaton: the first {@link
 * #PER_LINE} of each template line. All of them would be more than fits into memory, so that the
 * plain automaton has fewer phrases to find than the rules.
 */
final class Spelled {
  /** Phrases written out of one template line. */
  static final int PER_LINE = 50;

  private Spelled() {}

  static TreeMap<String, String> phrases() {
    var vocabulary = new Vocabulary();
    List<RuleLine> lines = new ArrayList<>();
    Rules.coreFiles().forEach(f -> lines.addAll(RuleLine.of(f, false)));
    lines.stream().filter(l -> l.opens().equals("list")).forEach(vocabulary::list);
    lines.stream().filter(l -> l.opens().equals("verb")).forEach(vocabulary::verb);
    var found = new TreeMap<String, String>();
    boolean inCue = false;
    for (RuleLine line : lines) {
      inCue = line.indented() ? inCue : line.opens().equals("cue") || line.opens().equals("more");
      if (line.indented() && inCue && !CueBook.isMeaning(line.text())) {
        spell(Template.read(line.text(), vocabulary)).forEach(p -> found.put(" " + p + " ", p));
      }
    }
    return found;
  }

  private static Collection<String> spell(Item item) {
    return switch (item) {
      case Word(var text) when text.equals("..") -> List.of("");
      case Word(var text) -> List.of(text);
      case Choice(var options) -> {
        var all = new LinkedHashSet<String>();
        options.stream()
            .takeWhile(_ -> all.size() < PER_LINE)
            .map(Spelled::sequence)
            .forEach(all::addAll);
        yield first(all);
      }
    };
  }

  private static Collection<String> sequence(List<Item> items) {
    Collection<String> built = List.of("");
    for (Item item : items) {
      var longer = new LinkedHashSet<String>();
      Collection<String> next = spell(item);
      for (String left : built) {
        next.forEach(right -> longer.add((left + " " + right).strip()));
      }
      built = first(longer);
    }
    return built;
  }

  private static Collection<String> first(Collection<String> phrases) {
    return phrases.stream().limit(PER_LINE).toList();
  }
}
