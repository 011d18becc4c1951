package org.reachline.triage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.reachline.triage.PhraseNode.Nodes;

/**
 * Makes the graph quick to walk. A word may lead to several nodes; where these are many, they are
 * merged into one node that stands for all of them, a few are walked one by one.
 */
final class PhraseCompiler {
  private static final int WALKED = 3;
  private static final int UNSEEN = -1;
  private static final int[] NO_CUES = {};

  private final PhraseNode root;
  private final Nodes nodes;
  private final Steps.Builder steps = new Steps.Builder();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Map<List<Integer>, Integer> groups = new HashMap<>();
  private final List<int[]> several = new ArrayList<>();
  private final Deque<PhraseNode> open = new ArrayDeque<>();
  private final List<int[]> cues = new ArrayList<>();

  PhraseCompiler(PhraseNode root, Nodes nodes) {
    this.root = root;
    this.nodes = nodes;
  }

  Phrases compile() {
    cues.add(NO_CUES);
    copy(root);
    for (PhraseNode node = open.poll(); node != null; node = open.poll()) {
      copy(node); // in the order in which they were numbered
    }
    return new Phrases(steps.build(), cues.toArray(int[][]::new), several.toArray(int[][]::new));
  }

  private void copy(PhraseNode node) {
    steps.node();
    for (int word : node.stepsInOrder()) {
      steps.step(word, target(node.after(word)));
    }
  }

  private int target(int[] targets) {
    if (targets.length == 1) {
      return number(nodes.get(targets[0]));
    }
    List<Integer> key = Arrays.stream(targets).boxed().toList();
    int known = groups.getOrDefault(key, 0);
    if (known == 0) {
      known = targets.length > WALKED ? number(merged(targets)) : severally(targets);
      groups.put(key, known);
    }
    return known;
  }

  private PhraseNode merged(int[] targets) {
    return PhraseNode.union(Arrays.stream(targets).mapToObj(nodes::get).toList());
  }

  /** Below zero: the place in the list of groups. */
  private int severally(int[] targets) {
    several.add(Arrays.stream(targets).map(t -> number(nodes.get(t))).toArray());
    return -several.size();
  }

  private int number(PhraseNode node) {
    int known = numbers.getOrDefault(nodes.number(node), UNSEEN);
    if (known != UNSEEN) {
      return known;
    }
    int made = cues.size();
    numbers.put(nodes.number(node), made);
    cues.add(node.isEnd() ? node.cues().stream().mapToInt(i -> i).sorted().toArray() : NO_CUES);
    open.add(nodes.get(nodes.number(node)));
    return made;
  }
}
