package org.reachline.cases;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.TopicReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records in, items to a flow. What is no event goes to the dead letters; where the flow itself
 * fails on something that will not pass, the batch is taken one by one and the one at fault goes
 * there too. An Error is such a failure: it must not stop the others. Nothing stops a partition but
 * an outage.
 */
final class Batches<E extends Event> {
  static final String SURPRISE = "SURPRISE";
  private static final Logger log = LoggerFactory.getLogger(Batches.class);
  private static final int TRIES = 3;

  private final Topic<E> topic;
  private final TopicReader<E> reader;
  private final Announcer announcer;
  private final CaseMetrics metrics;
  private final Consumer<List<Item<E>>> flow;
  private final boolean buries;

  /**
   * @param buries false where another group of this service sees the same records and buries them
   */
  Batches(
      Topic<E> topic,
      Announcer announcer,
      CaseMetrics metrics,
      Consumer<List<Item<E>>> flow,
      boolean buries) {
    this.topic = topic;
    this.reader = new TopicReader<>(topic, KafkaAnnouncer.SERVICE);
    this.announcer = announcer;
    this.metrics = metrics;
    this.flow = flow;
    this.buries = buries;
  }

  /** Takes records in order; returns when all of them are done with. */
  void accept(List<ConsumerRecord<String, byte[]>> records) {
    List<Item<E>> items = new ArrayList<>(records.size());
    for (ConsumerRecord<String, byte[]> record : records) {
      read(record, items);
    }
    if (!items.isEmpty()) {
      together(items);
    }
  }

  private void read(ConsumerRecord<String, byte[]> record, List<Item<E>> into) {
    switch (reader.read(record)) {
      case Incoming.Read<E>(var scope, var event) ->
          into.add(new Item<>(scope, event, code -> reader.letter(record, code)));
      case Incoming.Skipped<E> _ -> metrics.skipped(topic.name());
      case Incoming.Dead<E>(var code, var letter) when buries -> {
        announcer.bury(letter);
        metrics.buried(code.name());
      }
      case Incoming.Dead<E> _ -> metrics.laneUnreadable();
    }
  }

  private void together(List<Item<E>> items) {
    try {
      flow.accept(items);
    } catch (RuntimeException | Error failure) {
      if (passes(failure)) {
        throw failure;
      }
      items.forEach(this::alone);
    }
  }

  private void alone(Item<E> item) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        flow.accept(List.of(item));
        return;
      } catch (RuntimeException | Error failure) {
        if (passes(failure)) {
          throw failure;
        }
        log.error(
            "surprise topic={} event={} kind={} try={}",
            topic.name(),
            item.event().eventId(),
            failure.getClass().getName(),
            attempt);
      }
    }
    announcer.bury(item.letter().apply(SURPRISE));
    metrics.buried(SURPRISE);
  }

  /** An outage or a race: the same batch will do later. */
  static boolean passes(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoWriteException) {
        return false;
      }
      if (cause instanceof MongoException
          || cause instanceof org.apache.kafka.common.KafkaException
          || cause instanceof CaseFlow.Contended) {
        return true;
      }
    }
    return false;
  }
}
