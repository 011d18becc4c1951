package org.reachline.analytics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.reachline.contracts.Topics;
import org.reachline.contracts.Topics.Topic;

/** Whether every topic is there that the streams read or write; makes this service's own. */
final class TopicsReady {
  private final AnalyticsProperties properties;
  private final Map<String, Object> connection;

  TopicsReady(AnalyticsProperties properties, Map<String, Object> connection) {
    this.properties = properties;
    this.connection = connection;
  }

  /** The names of those that are missing still, after making those that are ours to make. */
  Set<String> missing() throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(connection)) {
      Set<String> there = admin.listTopics().names().get();
      List<NewTopic> owned =
          AnalyticsTopics.owned(properties.partitions(), properties.replicationFactor()).stream()
              .filter(topic -> properties.createTopics() && !there.contains(topic.name()))
              .toList();
      for (var creation : admin.createTopics(owned).values().values()) {
        awaitCreated(creation);
      }
      Set<String> made = owned.stream().map(NewTopic::name).collect(Collectors.toSet());
      return wanted()
          .filter(name -> !there.contains(name) && !made.contains(name))
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> wanted() {
    return Stream.concat(
        AnalyticsTopics.SOURCES.stream().map(Topic::name),
        Stream.of(Topics.DEAD_LETTERS, AnalyticsTopics.FACTS, AnalyticsTopics.CELLS));
  }

  private static void awaitCreated(KafkaFuture<Void> creation)
      throws InterruptedException, ExecutionException {
    try {
      creation.get();
    } catch (ExecutionException failure) {
      if (!(failure.getCause() instanceof TopicExistsException)) {
        throw failure;
      }
    }
  }
}
