package org.reachline.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The broker and the store as one test class sees them: same servers as the other classes of this
 * JVM, own databases, own consumer groups. Start reading here. Closed by JUnit after the class.
 */
public final class Backbone implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int LONGEST_NAME = 30; // MongoDB allows 63 bytes with the suffixes
  private static volatile @Nullable Backbone current;

  private final Shared shared;
  private final String name;
  private final boolean ownBroker;
  private final List<Producer<String, byte[]>> producers = new ArrayList<>();
  private final Collection<String> databases = new TreeSet<>();
  private @Nullable TemporaryBroker own;

  Backbone(Class<?> test, Shared shared, boolean ownBroker) {
    this.shared = shared;
    this.ownBroker = ownBroker;
    this.name = unique(test.getSimpleName(), shared.nextClass());
  }

  private static String unique(String test, int number) {
    String letters = test.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String start = letters.substring(0, Math.min(LONGEST_NAME, letters.length()));
    return start + "_" + ProcessHandle.current().pid() + "_" + number;
  }

  static void enter(Backbone backbone) {
    current = backbone;
  }

  /** That of the class running now, for static methods such as {@code @DynamicPropertySource}. */
  public static Backbone current() {
    return Objects.requireNonNull(current, "the class is not annotated with @WithBackbone");
  }

  /** Host and port of the broker, started at the first call. */
  public String bootstrapServers() {
    return broker().bootstrapServers();
  }

  /** The broker itself, for tests that stop it (only with {@link WithBackbone#ownBroker}). */
  public synchronized EmbeddedBroker broker() {
    if (!ownBroker) {
      return shared.broker();
    }
    if (own == null) {
      own = TemporaryBroker.start();
    }
    return own.broker();
  }

  /** Connection string with this class's main database. */
  public String mongoUri() {
    return uri(name);
  }

  /** Connection string with a database of this class's own, told apart by the name given. */
  public String mongoUri(String database) {
    return uri(database(database));
  }

  /** The full name of that database. */
  public String database(String database) {
    return name + "_" + database;
  }

  /** The full name of the main database. */
  public String database() {
    return name;
  }

  /** What the store is, such as {@code embedded mongo-java-server}. */
  public String storeKind() {
    return shared.store().kind();
  }

  private synchronized String uri(String database) {
    databases.add(database);
    return StoreUri.withDatabase(shared.store().uri(), database);
  }

  /** A consumer group, application or transaction id no other test class has. */
  public String groupId(String prefix) {
    return prefix + "-" + name;
  }

  /** Empty topics of these shapes: those that exist are deleted first, with all their records. */
  public void freshTopics(TopicSpec... topics) {
    freshTopics(List.of(topics));
  }

  /** As {@link #freshTopics(TopicSpec...)}. */
  public void freshTopics(Collection<TopicSpec> topics) {
    deleteTopics(topics.stream().map(TopicSpec::name).toList());
    broker().createTopics(topics);
  }

  private void deleteTopics(List<String> names) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
      admin.deleteTopics(names).topicNameValues().values().forEach(Backbone::awaitDeleted);
    }
  }

  private static void awaitDeleted(KafkaFuture<Void> deletion) {
    try {
      deletion.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A producer that waits for the log ({@code acks=all}); closed after the class. */
  public synchronized Producer<String, byte[]> newProducer() {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers(), "acks", "all", "enable.idempotence", true);
    Producer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    producers.add(producer);
    return producer;
  }

  /** All committed records from the beginning to the end as it stands now, with their headers. */
  public List<ConsumerRecord<String, byte[]>> records(String topic) {
    try (TopicReader reader = new TopicReader(bootstrapServers(), topic, LIMIT)) {
      return reader.toEnd();
    }
  }

  /** Waits (30 s at most) until the topic holds at least so many records; returns them all. */
  public List<ConsumerRecord<String, byte[]>> awaitRecords(String topic, int atLeast) {
    try (TopicReader reader = new TopicReader(bootstrapServers(), topic, LIMIT)) {
      return reader.atLeast(atLeast);
    }
  }

  @Override
  public synchronized void close() {
    producers.forEach(Producer::close);
    if (own != null) {
      own.close();
    }
    if (!databases.isEmpty() && shared.store().outlivesUs()) {
      StoreCleaner.drop(shared.store().uri(), databases);
    }
  }
}
