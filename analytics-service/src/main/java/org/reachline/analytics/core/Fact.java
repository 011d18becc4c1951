package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.reachline.analytics.core.Milestone.Step;

/**
 * One real thing, and the set of everything known to have happened to it. The unit of truth: every
 * figure is a pure function of such sets, and {@link #union} is commutative, associative and
 * idempotent, so order, lateness and duplicates change nothing.
 */
public record Fact(FactKey key, Map<Step, Steps> steps) {
  public Fact {
    requireNonNull(key, "key");
    Map<Step, Steps> copy = new EnumMap<>(Step.class);
    copy.putAll(steps);
    steps = Collections.unmodifiableMap(copy);
  }

  /** The fact of one milestone. */
  public static Fact of(FactKey key, Milestone milestone) {
    return new Fact(key, Map.of(milestone.step(), Steps.of(milestone)));
  }

  /** Everything either knows. */
  public Fact union(Fact other) {
    if (!key.equals(other.key)) {
      throw new IllegalArgumentException("two facts about different things");
    }
    Map<Step, Steps> all = new EnumMap<>(Step.class);
    all.putAll(steps);
    other.steps.forEach((step, more) -> all.merge(step, more, Steps::union));
    return new Fact(key, all);
  }

  /** The first time a step happened, if it did. */
  Optional<Milestone> first(Step step) {
    return Optional.ofNullable(steps.get(step)).map(Steps::earliest);
  }

  /** The last time a step happened, if it did. */
  Optional<Milestone> last(Step step) {
    return Optional.ofNullable(steps.get(step)).map(Steps::last);
  }
}
