package org.reachline.contracts.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * Three numbered texts to be put into one thread and announced: a case service the size of a toy.
 */
final class ToyWorld implements ToyThread, ToyTopic, ToyOffsets, ToyClient {
  private static final int TEXTS = 3;

  final List<String> thread = new ArrayList<>();
  final List<String> announced = new ArrayList<>();
  final Queue<String> unsent =
      new ArrayDeque<>(IntStream.range(0, TEXTS).mapToObj(i -> "text " + i).toList());
  final Set<String> acknowledged = new HashSet<>();
  private final List<String> input = List.copyOf(unsent);
  private int committed;

  List<String> uncommitted() {
    return input.subList(committed, input.size());
  }

  @Override
  public void append(String text) {
    thread.add(text);
  }

  @Override
  public boolean contains(String text) {
    return thread.contains(text);
  }

  @Override
  public void put(String text) {
    if (!thread.contains(text)) {
      thread.add(text);
    }
  }

  @Override
  public CompletionStage<Void> publish(String text) {
    announced.add(text);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void commit(String text) {
    committed = Math.max(committed, input.indexOf(text) + 1);
  }

  @Override
  public void acknowledge(String text) {
    unsent.remove(text); // the provider never sends it again
    acknowledged.add(text);
  }

  void everyTextIsInTheThreadOnceInOrder() {
    assertThat(thread).isEqualTo(input);
  }

  void everyTextIsAnnounced() {
    assertThat(announced).containsAll(input);
  }

  void whatIsAcknowledgedIsInTheThread() {
    assertThat(thread).containsAll(acknowledged);
  }
}
