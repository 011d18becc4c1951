package org.reachline.cases.store;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.store.MemoryCaseStore.MemoryShelf;
import org.reachline.contracts.MessageId;
import org.reachline.trust.Scope;

/** Examples in memory: the twin that passes the same contract as those in MongoDB. */
public final class MemoryExampleStore implements ExampleStore {
  public final MemoryShelf<MessageId, Example> examples =
      new MemoryShelf<>(MessageId::value, Example::id, Example::v, Example::version);

  @Override
  public Shelf<MessageId, Example> examples() {
    return examples;
  }

  @Override
  public List<Example> unreviewed(Scope scope, int limit) {
    return inOrder(scope).filter(Example::awaitsReview).limit(limit).toList();
  }

  @Override
  public List<Example> labelled(Scope scope, String after, int limit) {
    return inOrder(scope)
        .filter(example -> example.mark().isPresent())
        .filter(example -> example.id().value().compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  private Stream<Example> inOrder(Scope scope) {
    return examples.of(scope).sorted(Comparator.comparing(example -> example.id().value()));
  }
}
