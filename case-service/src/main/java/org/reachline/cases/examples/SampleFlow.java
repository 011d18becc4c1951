package org.reachline.cases.examples;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.CaseMetrics;
import org.reachline.cases.Item;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Said;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.ExampleStore;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.CaseEvent.MessageRecorded;
import org.reachline.trust.Scope;

/**
 * Puts messages nobody was alarmed about before a person, a few of them. It hears of them from the
 * topic of cases, apart from the way a message takes, so that it can delay none; what comes twice
 * is picked once.
 */
public final class SampleFlow {
  private static final int ATTEMPTS = 6;
  private final Sampling sampling;
  private final ExampleStore examples;
  private final CaseStore cases;
  private final Finder finder;
  private final CaseMetrics metrics;

  public SampleFlow(
      Sampling sampling,
      ExampleStore examples,
      CaseStore cases,
      Finder finder,
      CaseMetrics metrics) {
    this.sampling = sampling;
    this.examples = examples;
    this.cases = cases;
    this.finder = finder;
    this.metrics = metrics;
  }

  /** Takes a batch in order; returns when all that is picked of it is kept. */
  public void accept(List<Item<CaseEvent>> batch) {
    for (Item<CaseEvent> item : batch) {
      if (item.event() instanceof MessageRecorded message && isPicked(message)) {
        keep(item.scope(), message);
      }
    }
  }

  private boolean isPicked(MessageRecorded message) {
    return message.author() == Author.CLIENT
        && !Said.flagged(message.severity())
        && sampling.picks(message.messageId());
  }

  private void keep(Scope scope, MessageRecorded message) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      @Nullable Example known = examples.examples().one(scope, message.messageId());
      Optional<Example> example = known == null ? first(scope, message) : Optional.of(known);
      Optional<Example> picked =
          example.map(one -> one.sampledAt(message.at())).filter(one -> !one.equals(known));
      if (picked.isEmpty()) {
        return;
      }
      if (examples.examples().write(scope, List.of(picked.get())).isEmpty()) {
        metrics.sampled();
        return;
      }
    }
    throw new IllegalStateException("an example kept changing"); // the record comes again
  }

  private Optional<Example> first(Scope scope, MessageRecorded message) {
    @Nullable CaseFile file = cases.files().one(scope, message.caseId());
    return file == null
        ? Optional.empty()
        : finder
            .find(scope, file, message.messageId())
            .map(found -> Said.of(found.risk()))
            .filter(said -> !said.flagged())
            .map(said -> Example.of(message.messageId(), file.id(), said));
  }
}
