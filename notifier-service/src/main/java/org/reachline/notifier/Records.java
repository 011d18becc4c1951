package org.reachline.notifier;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.Scope;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.Incoming.Read;
import org.reachline.trust.topics.TopicReader;
import org.reachline.trust.topics.TopicWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * The records of one topic, at the rim: what cannot be used goes to the dead letters, what fails
 * because the store or the broker is away is tried again, and no single record blocks its partition
 * for ever.
 */
public final class Records<E extends Event> {
  private static final Logger LOG = LoggerFactory.getLogger(Records.class);

  private final Topic<E> topic;
  private final TopicReader<E> reader;
  private final Producer<String, byte[]> producer;
  private final NotifierMetrics metrics;

  public Records(Topic<E> topic, Producer<String, byte[]> producer, NotifierMetrics metrics) {
    this.topic = topic;
    this.reader = new TopicReader<>(topic, NotifierServiceApplication.SERVICE);
    this.producer = producer;
    this.metrics = metrics;
  }

  /** A usable record, and where it lay. */
  public record Usable<E extends Event>(
      Read<E> read, ConsumerRecord<String, byte[]> record, int index) {
    public E event() {
      return read.event();
    }

    public Scope scope() {
      return read.scope();
    }
  }

  /** Those of a batch that can be used, in order. */
  public List<Usable<E>> usable(List<ConsumerRecord<String, byte[]>> batch) {
    List<Usable<E>> usable = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      ConsumerRecord<String, byte[]> record = batch.get(i);
      switch (reader.read(record)) {
        case Read<E> read -> usable.add(new Usable<>(read, record, i));
        case Incoming.Skipped<E> _ -> metrics.record(topic.name(), "skipped");
        case Incoming.Dead<E>(_, Wire letter) -> bury(letter);
      }
    }
    return usable;
  }

  /** Works on a whole batch, or, if that surprises, on one record after the other. */
  public void work(List<ConsumerRecord<String, byte[]>> batch, Consumer<List<Usable<E>>> flow) {
    List<Usable<E>> usable = usable(batch);
    try {
      flow.accept(usable);
      usable.forEach(_ -> metrics.record(topic.name(), "used"));
    } catch (RuntimeException surprise) {
      LOG.warn("{}: a batch surprises: {}", topic.name(), surprise.getClass().getName());
      usable.forEach(one -> workAlone(one, flow));
    }
  }

  private void workAlone(Usable<E> one, Consumer<List<Usable<E>>> flow) {
    try {
      flow.accept(List.of(one));
      metrics.record(topic.name(), "used");
    } catch (RuntimeException failure) {
      if (AWAY.test(failure)) {
        throw new BatchListenerFailedException("not now", failure, one.index());
      }
      LOG.error(
          "{}-{}@{} cannot be used: {}",
          topic.name(),
          one.record().partition(),
          one.record().offset(),
          failure.getClass().getName());
      bury(reader.letter(one.record(), failure.getClass().getSimpleName()));
    }
  }

  /** Whether waiting helps. */
  static final Predicate<RuntimeException> AWAY =
      failure ->
          failure instanceof MongoException
              || failure instanceof KafkaException
              || failure instanceof TryAgain;

  /** A record that reads well and still cannot be used. */
  public void bury(ConsumerRecord<String, byte[]> record, String code) {
    bury(reader.letter(record, code));
  }

  private void bury(Wire letter) {
    CompletableFuture<?> durable = TopicWriter.send(producer, letter);
    durable.join();
    metrics.record(topic.name(), "dead");
  }
}
