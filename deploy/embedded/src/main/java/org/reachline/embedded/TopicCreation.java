package org.reachline.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes topics and waits until the broker knows them. The controller answers earlier: for a moment
 * the broker has no such topic, or still the one of that name that was deleted.
 */
final class TopicCreation {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Admin admin;
  private final Instant deadline = Instant.now().plus(LIMIT);

  private TopicCreation(Admin admin) {
    this.admin = admin;
  }

  static void run(String bootstrapServers, Collection<TopicSpec> topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      new TopicCreation(admin).create(topics.stream().map(TopicCreation::newTopic).toList());
    }
  }

  private void create(List<NewTopic> wanted) {
    CreateTopicsResult creations = admin.createTopics(wanted);
    for (String topic : creations.values().keySet()) {
      Optional<Uuid> id = made(topic, creations.topicId(topic));
      while (id.isPresent() && !known(topic).equals(id)) {
        requireTime(topic);
      }
    }
  }

  private static NewTopic newTopic(TopicSpec topic) {
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
        .configs(topic.config());
  }

  private static Optional<Uuid> made(String topic, KafkaFuture<Uuid> creation) {
    return answer(topic, creation, TopicExistsException.class);
  }

  private Optional<Uuid> known(String topic) {
    var described = admin.describeTopics(List.of(topic)).topicNameValues().values();
    return described.stream()
        .findFirst()
        .flatMap(one -> answer(topic, one, UnknownTopicOrPartitionException.class))
        .map(description -> description.topicId());
  }

  private static <T> Optional<T> answer(
      String topic, KafkaFuture<T> asked, Class<? extends Exception> expected) {
    try {
      return Optional.of(asked.get());
    } catch (ExecutionException e) {
      if (expected.isInstance(e.getCause())) {
        return Optional.empty();
      }
      throw new CannotStart(
          "Topic " + topic + " could not be created: " + DirectoryLock.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while topic " + topic + " was created", e);
    }
  }

  private void requireTime(String topic) {
    if (Instant.now().isAfter(deadline)) {
      throw new CannotStart("Topic " + topic + " was created, but the broker does not know it");
    }
  }
}
