package org.reachline.cases.core.examples;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Category;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;

/**
 * A message as an example for the rules: where it stands, what the detector said, what staff say.
 * It holds no words; they stay sealed in the case.
 *
 * @param id the message, or the change of a message, that was read for danger
 * @param sampled when it was picked for a person to read; empty if a person came upon it
 * @param marks oldest first; the newest holds
 */
public record Example(
    MessageId id, CaseId caseId, Said said, Set<Instant> sampled, List<Mark> marks, long v) {
  public Example {
    requireNonNull(id, "id");
    requireNonNull(caseId, "caseId");
    requireNonNull(said, "said");
    sampled = Set.copyOf(sampled);
    marks = List.copyOf(marks);
  }

  /** A message nobody has said anything of. */
  public static Example of(MessageId id, CaseId caseId, Said said) {
    return new Example(id, caseId, said, Set.of(), List.of(), 0);
  }

  /** The same, picked for a person to read. */
  public Example sampledAt(Instant at) {
    return sampled.isEmpty() ? new Example(id, caseId, said, Set.of(at), marks, v) : this;
  }

  /** What holds now; empty if nobody said anything or it was withdrawn. */
  public Optional<Mark> mark() {
    return marks.isEmpty() || marks.getLast().label() == Label.WITHDRAWN
        ? Optional.empty()
        : Optional.of(marks.getLast());
  }

  /** Whether it was picked and waits for a person's word. */
  public boolean awaitsReview() {
    return !sampled.isEmpty() && mark().isEmpty();
  }

  /** What becomes of somebody's word. */
  public Outcome say(Mark mark) {
    Optional<Mark> before = marks.stream().filter(m -> m.id().equals(mark.id())).findFirst();
    if (before.isPresent()) {
      return before.get().saysAs(mark) ? new Outcome.Same(this) : new Outcome.Reused(this);
    }
    if (mark.label() == Label.FALSE_ALARM && !said.flagged()) {
      return new Outcome.Refused("not-flagged");
    }
    if (mark.label() == Label.NOTHING_MISSED && said.flagged()) {
      return new Outcome.Refused("flagged");
    }
    return changesNothing(mark) ? new Outcome.Same(this) : new Outcome.Done(with(mark));
  }

  private boolean changesNothing(Mark mark) {
    return mark.label() == Label.WITHDRAWN
        ? mark().isEmpty()
        : mark().filter(now -> now.saysAs(mark)).isPresent();
  }

  private Example with(Mark mark) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(mark);
    return new Example(id, caseId, said, sampled, more, v);
  }

  /** The same under another version. */
  public Example version(long version) {
    return new Example(id, caseId, said, sampled, marks, version);
  }

  /**
   * How urgent it was, as far as staff said. Missed without a level means that somebody should have
   * been paged: high, or imminent where high had been seen.
   */
  public Severity severity() {
    return mark().map(this::severity).orElse(said.severity());
  }

  private Severity severity(Mark mark) {
    if (mark.label() != Label.MISSED) {
      return mark.label() == Label.FALSE_ALARM ? Severity.NONE : said.severity();
    }
    if (mark.severity() != Severity.NONE) {
      return mark.severity();
    }
    return said.severity().pages() ? Severity.IMMINENT : Severity.HIGH;
  }

  /** Which danger it was: what staff chose, else what the detector had seen. */
  public Category category() {
    return mark()
        .map(
            now -> {
              if (now.label() == Label.FALSE_ALARM) {
                return Category.NONE;
              }
              return now.category() == Category.NONE ? said.category() : now.category();
            })
        .orElse(said.category());
  }

  /** What became of somebody's word. */
  public sealed interface Outcome {
    /** It holds now, once written. */
    record Done(Example example) implements Outcome {}

    /** It held already. */
    record Same(Example example) implements Outcome {}

    /** The same command said something else before. */
    record Reused(Example example) implements Outcome {}

    /** It cannot be said of this message; a stable code. */
    record Refused(String code) implements Outcome {}
  }
}
