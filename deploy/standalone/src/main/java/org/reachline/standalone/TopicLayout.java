package org.reachline.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.reachline.contracts.Topics;
import org.reachline.embedded.TopicSpec;

/** The topics of a single machine: few partitions, the retention of the contract. */
final class TopicLayout {
  private static final int PARTITIONS = 2;

  private TopicLayout() {}

  static List<TopicSpec> all() {
    List<TopicSpec> topics = new ArrayList<>();
    Topics.ALL.forEach(topic -> topics.add(kept(topic.name(), topic.kept().toMillis())));
    topics.add(kept(Topics.DEAD_LETTERS, Topics.DEAD_LETTERS_KEPT.toMillis()));
    return topics;
  }

  private static TopicSpec kept(String name, long millis) {
    return new TopicSpec(name, PARTITIONS, Map.of("retention.ms", Long.toString(millis)));
  }
}
