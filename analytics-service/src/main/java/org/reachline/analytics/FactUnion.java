package org.reachline.analytics;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.reachline.analytics.core.Fact;

/** Adds news to what is known. What says nothing new ends here. */
@SuppressWarnings("NullAway.Init") // Streams calls init before all else
final class FactUnion extends ContextualProcessor<String, Fact, String, Fact> {
  static final String STORE = "facts-known";

  private KeyValueStore<String, Fact> known;

  @Override
  public void init(ProcessorContext<String, Fact> context) {
    super.init(context);
    known = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, Fact> news) {
    @Nullable Fact before = known.get(news.key());
    Fact now = before == null ? news.value() : before.union(news.value());
    if (!now.equals(before)) {
      known.put(news.key(), now);
      context().forward(news.withValue(now));
    }
  }
}
