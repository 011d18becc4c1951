package org.reachline.triage;

import static java.util.Objects.requireNonNull;

import org.reachline.triage.Rules.Loaded;
import org.reachline.triage.Rules.Outcome;

/**
 * Holds the rules in force while new ones are read. One reference is swapped, so a message is
 * assessed wholly by the old rules or wholly by the new; bad rules leave the old ones in force.
 *
 * <p>Safe for any number of threads. Watching files, and telling somebody of a refusal, is the
 * caller's part: {@code book.offer(Rules.parse(files))} or {@code
 * book.offer(core.with(agencyFile))}.
 */
public final class RuleBook {
  private volatile Rules current;

  public RuleBook(Rules first) {
    current = requireNonNull(first);
  }

  /** The rules in force now; take them once per message. */
  public Rules current() {
    return current;
  }

  /** Puts good rules in force and hands the outcome back, so that a refusal can be told. */
  public Outcome offer(Outcome outcome) {
    if (outcome instanceof Loaded(var rules)) {
      current = rules;
    }
    return outcome;
  }
}
