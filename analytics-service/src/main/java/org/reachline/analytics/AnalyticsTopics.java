package org.reachline.analytics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.reachline.contracts.Topics;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;

/** The topics this service reads, and the two it owns. */
public final class AnalyticsTopics {
  /** One record per real thing, the newest one counts; keyed by fact. */
  public static final String FACTS = "reachline.analytics.facts.v1";

  /** One record per figure, the newest one counts; keyed by cell. */
  public static final String CELLS = "reachline.analytics.cells.v1";

  /** Where facts come from. Receipts and quarantine are counted by their owners. */
  static final List<Topic<? extends Event>> SOURCES =
      List.of(
          Topics.OF_INBOUND,
          Topics.OF_CASES,
          Topics.OF_CRISES,
          Topics.OF_OUTBOUND,
          Topics.OF_DELIVERY,
          Topics.OF_ESCALATIONS);

  private static final Duration WEEK = Duration.ofDays(7);

  private AnalyticsTopics() {}

  /**
   * The two topics as they are made where they are missing. What is deleted is really gone within
   * two weeks: compaction waits a week at most, a deletion stays readable for another.
   */
  public static List<NewTopic> owned(int partitions, short replication) {
    return List.of(
        compacted(FACTS, partitions, replication), compacted(CELLS, partitions, replication));
  }

  private static NewTopic compacted(String name, int partitions, short replication) {
    return new NewTopic(name, partitions, replication)
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(WEEK),
                TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(WEEK),
                TopicConfig.SEGMENT_MS_CONFIG, millis(Duration.ofDays(1))));
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
