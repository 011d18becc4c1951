package org.reachline.analytics;

import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;
import org.reachline.analytics.core.Fact;
import org.reachline.contracts.Topics;
import org.reachline.contracts.Topics.Topic;

/**
 * ★ Events become facts: one per real thing, holding the set of what is known to have happened to
 * it. Start reading here, then {@link Cells}.
 *
 * <p>Reading keeps no state and joins nothing ({@link org.reachline.analytics.core.Projection});
 * knowing is a union of sets, so redelivery, disorder and lateness end in the same facts.
 */
final class Facts {
  private static final Serde<String> KEY = Serdes.String();
  private static final Serde<Fact> FACT = JsonSerde.of(Fact.class);

  private final AnalyticsMetrics metrics;
  private final StoreSuppliers stores;
  private final int partitions;

  /**
   * @param partitions of the topic between reading and knowing, for ever
   */
  Facts(AnalyticsMetrics metrics, StoreSuppliers stores, int partitions) {
    this.metrics = metrics;
    this.stores = stores;
    this.partitions = partitions;
  }

  /** The part of the topology that makes facts; always built first, since numbers name folders. */
  void build(StreamsBuilder builder) {
    KStream<String, Projected> seen = read(builder);
    point(seen);
    known(builder, news(seen))
        .to(AnalyticsTopics.FACTS, Produced.with(KEY, FACT).withName("facts-out"));
  }

  private KStream<String, Projected> read(StreamsBuilder builder) {
    return builder.stream(
            AnalyticsTopics.SOURCES.stream().map(Topic::name).toList(),
            Consumed.with(KEY, Serdes.ByteArray()).withName("facts-source"))
        .process(() -> new FactProjector(metrics), Named.as("facts-project"));
  }

  /** What could not be read: where it lies and why. */
  private static void point(KStream<String, Projected> seen) {
    seen.filter((where, what) -> what instanceof Projected.Pointer, Named.as("facts-unreadable"))
        .mapValues(pointer -> new byte[0], Named.as("facts-pointer"))
        .to(
            Topics.DEAD_LETTERS,
            Produced.with(KEY, Serdes.ByteArray()).withName("facts-dead-letters"));
  }

  private static KStream<String, Fact> news(KStream<String, Projected> seen) {
    return seen.flatMapValues(
        what -> what instanceof Projected.News(var fact) ? List.of(fact) : List.of(),
        Named.as("facts-news"));
  }

  private KStream<String, Fact> known(StreamsBuilder builder, KStream<String, Fact> news) {
    builder.addStateStore(Stores.keyValueStoreBuilder(stores.named(FactUnion.STORE), KEY, FACT));
    return news.repartition(
            Repartitioned.<String, Fact>as("facts-by-thing")
                .withKeySerde(KEY)
                .withValueSerde(FACT)
                .withNumberOfPartitions(partitions))
        .process(FactUnion::new, Named.as("facts-union"), FactUnion.STORE);
  }
}
