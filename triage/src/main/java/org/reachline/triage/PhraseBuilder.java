package org.reachline.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.reachline.triage.PhraseNode.Nodes;
import org.reachline.triage.Template.Choice;
import org.reachline.triage.Template.Item;
import org.reachline.triage.Template.Word;

/**
 * Turns templates into one graph, from their last words to their first: a choice is kept as a
 * choice, so that a template of ten thousand phrases takes no more room than its words.
 */
final class PhraseBuilder {
  private static final int MOST_WORDS = 16;
  private static final int MOST_GAPS = 3;
  private static final int MOST_SPELLED_OUT = 2_000;

  private final PhraseWords words;
  private final Nodes nodes = new Nodes();
  private final List<PhraseNode> starts = new ArrayList<>();

  PhraseBuilder(PhraseWords words) {
    this.words = words;
  }

  /** Adds all phrases of a template to a cue and gives the node they start from. */
  PhraseNode add(Choice template, int cue, boolean crisis, boolean gapsAllowed) {
    var start = before(template, PhraseNode.end(cue), crisis, gapsAllowed);
    Malformed.expect(!start.isEnd(), "a phrase of at least one word");
    Malformed.expect(!start.startsWith(Phrases.GAP), "words before a gap");
    Malformed.expect(start.words() <= MOST_WORDS, "a phrase of at most " + MOST_WORDS + " words");
    Malformed.expect(start.gaps() <= MOST_GAPS, "at most " + MOST_GAPS + " gaps in a phrase");
    starts.add(start);
    return start;
  }

  private PhraseNode before(Item item, PhraseNode next, boolean crisis, boolean gap) {
    return switch (item) {
      case Word(var text) when text.equals("..") -> gap(next, gap);
      case Word(var text) -> word(text, next, crisis);
      case Choice(var options) -> {
        var all = new PhraseNode();
        options.forEach(option -> option(option, next, crisis, gap, all));
        yield all;
      }
    };
  }

  /** Most options are one word: these need no node of their own. */
  private void option(
      List<Item> option, PhraseNode next, boolean crisis, boolean gap, PhraseNode all) {
    if (option.size() == 1 && option.getFirst() instanceof Word(var text) && !text.equals("..")) {
      List<Integer> numbers = words.numbers(text, crisis);
      if (numbers.size() == 1) {
        all.add(numbers.getFirst(), next, nodes);
        return;
      }
    }
    all.addAll(before(option, next, crisis, gap));
  }

  private PhraseNode before(List<Item> items, PhraseNode next, boolean crisis, boolean gap) {
    PhraseNode node = next;
    for (Item item : items.reversed()) {
      node = before(item, node, crisis, gap);
    }
    return node;
  }

  private PhraseNode gap(PhraseNode next, boolean allowed) {
    Malformed.expect(allowed, "no gap in a phrase that can lower");
    Malformed.expect(!next.isEnd(), "words after a gap");
    return PhraseNode.before(Phrases.GAP, next, nodes);
  }

  private PhraseNode word(String text, PhraseNode next, boolean crisis) {
    PhraseNode node = next;
    for (int number : words.numbers(text, crisis).reversed()) {
      node = PhraseNode.before(number, node, nodes);
    }
    return node;
  }

  /** Number of phrases if all were written out. */
  long phraseCount() {
    return Math.round(starts.stream().mapToDouble(PhraseNode::phrases).sum());
  }

  /** The words that are a phrase of one of these cues all by themselves. */
  BitSet singleWords(BitSet cues) {
    var found = new BitSet();
    for (PhraseNode start : starts) {
      for (int i = 0; i < start.size(); i++) {
        if (endsAt(start.target(i), cues)) {
          found.set(start.word(i));
        }
      }
    }
    return found;
  }

  private boolean endsAt(int target, BitSet cues) {
    for (int node : nodes.at(target)) {
      for (int cue : nodes.get(node).cues()) {
        if (cues.get(cue)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Writes out all phrases from a node on, gaps left out; refuses when there are too many. */
  List<int[]> spell(PhraseNode start) {
    Malformed.expect(
        start.phrases() <= MOST_SPELLED_OUT, "at most " + MOST_SPELLED_OUT + " phrases on a line");
    var found = new ArrayList<int[]>();
    spell(start, new int[0], found);
    return found;
  }

  private void spell(PhraseNode node, int[] so, List<int[]> found) {
    if (node.isEnd()) {
      found.add(so);
    }
    for (int i = 0; i < node.size(); i++) {
      int[] longer = Arrays.copyOf(so, so.length + 1);
      longer[so.length] = node.word(i);
      for (int next : nodes.at(node.target(i))) {
        spell(nodes.get(next), longer, found);
      }
    }
  }

  Phrases build() {
    return new PhraseCompiler(starts, nodes, words.ranges()).compile();
  }
}
