package org.reachline.triage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.reachline.triage.PhraseNode.Nodes;

/**
 * Makes the graph quick to walk: where a word leads to several nodes, they are merged into one node
 * that stands for all of them.
 */
final class PhraseCompiler {
  private static final int UNSEEN = 0; // no step leads back to the root

  private final PhraseNode root;
  private final Nodes nodes;
  private final Ranges ranges;
  private final Steps.Builder steps = new Steps.Builder();
  private int[] numbers = new int[1 << 12];
  private int[] groups = new int[1 << 12];
  private final Deque<PhraseNode> open = new ArrayDeque<>();
  private final List<int[]> cues = new ArrayList<>();

  PhraseCompiler(List<PhraseNode> starts, Nodes nodes, Ranges ranges) {
    this.root = PhraseNode.union(starts);
    this.nodes = nodes;
    this.ranges = ranges;
  }

  Phrases compile() {
    open(root);
    for (PhraseNode node = open.poll(); node != null; node = open.poll()) {
      copy(node); // in the order in which they were numbered
    }
    return new Phrases(steps.build(), cues.toArray(int[][]::new));
  }

  private void copy(PhraseNode node) {
    var targets = new int[node.size()];
    for (int i = 0; i < targets.length; i++) {
      int target = node.target(i);
      targets[i] = target < 0 ? group(target) : number(target);
    }
    steps.add(node, targets);
  }

  private int group(int target) {
    int at = -1 - target;
    groups = withRoom(groups, at);
    if (groups[at] == UNSEEN) {
      int made = number(nodes.number(PhraseNode.union(nodes.all(target))));
      groups = withRoom(groups, at);
      groups[at] = made;
    }
    return groups[at];
  }

  private int number(int node) {
    numbers = withRoom(numbers, node);
    if (numbers[node] == UNSEEN) {
      numbers[node] = open(nodes.get(node));
    }
    return numbers[node];
  }

  private int open(PhraseNode compact) {
    PhraseNode node = compact.inPieces(ranges);
    nodes.number(node); // from here on its steps are in order
    open.add(node);
    cues.add(node.cues());
    return cues.size() - 1;
  }

  private static int[] withRoom(int[] table, int at) {
    return at < table.length ? table : Arrays.copyOf(table, 2 * at);
  }
}
