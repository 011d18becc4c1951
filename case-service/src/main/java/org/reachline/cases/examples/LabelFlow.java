package org.reachline.cases.examples;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.CaseMetrics;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Times;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Example.Outcome;
import org.reachline.cases.core.examples.Label;
import org.reachline.cases.core.examples.Mark;
import org.reachline.cases.core.examples.Said;
import org.reachline.cases.store.ExampleStore;
import org.reachline.contracts.Category;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;

/**
 * Keeps what staff say of a message, by compare-and-set. Who may say it is asked before; who said
 * what, when, stays with the example.
 */
public final class LabelFlow {
  private static final int ATTEMPTS = 6;
  private final ExampleStore store;
  private final Finder finder;
  private final CaseMetrics metrics;
  private final InstantSource clock;

  public LabelFlow(ExampleStore store, Finder finder, CaseMetrics metrics, InstantSource clock) {
    this.store = store;
    this.finder = finder;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What somebody says of a message. */
  public record Word(
      CommandId id,
      StaffId by,
      MessageId message,
      Label label,
      Category category,
      Severity severity) {}

  /** Keeps a word on a message of this case; empty if the client wrote no such message in it. */
  public Optional<Outcome> say(Scope scope, CaseFile file, Word word) {
    return finder
        .find(scope, file, word.message())
        .map(found -> kept(scope, file, word, Said.of(found.risk())));
  }

  private Outcome kept(Scope scope, CaseFile file, Word word, Said said) {
    Mark mark =
        new Mark(
            word.id(),
            word.by(),
            Times.millis(clock.instant()),
            word.label(),
            word.category(),
            word.severity());
    Outcome outcome = new Outcome.Refused("busy");
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      @Nullable Example known = store.examples().one(scope, word.message());
      Example example = known == null ? Example.of(word.message(), file.id(), said) : known;
      outcome = example.say(mark);
      if (!(outcome instanceof Outcome.Done(var next))
          || store.examples().write(scope, List.of(next)).isEmpty()) {
        break;
      }
      outcome = new Outcome.Refused("busy");
    }
    metrics.labelled(word.label().code(), code(outcome));
    return outcome;
  }

  private static String code(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "done";
      case Outcome.Same _ -> "same";
      case Outcome.Reused _ -> "idempotency-key-reused";
      case Outcome.Refused(var code) -> code;
    };
  }
}
