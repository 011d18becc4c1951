package org.reachline.embedded;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A topic to create, in plain values.
 *
 * @param config topic settings by their Kafka names, such as {@code cleanup.policy}
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {
  public TopicSpec {
    requireNonNull(name);
    if (partitions < 1) {
      throw new IllegalArgumentException("topic " + name + " needs at least one partition");
    }
    config = Map.copyOf(config);
  }

  public TopicSpec(String name, int partitions) {
    this(name, partitions, Map.of());
  }
}
