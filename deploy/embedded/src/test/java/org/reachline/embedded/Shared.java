package org.reachline.embedded;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What all test classes of this JVM use together, started when first asked for. */
final class Shared implements AutoCloseable {
  private final AtomicInteger classes = new AtomicInteger();
  private @Nullable TemporaryBroker broker;
  private @Nullable TestStore store;

  Shared() {
    QuietLogs.apply();
  }

  synchronized EmbeddedBroker broker() {
    if (broker == null) {
      broker = TemporaryBroker.start();
    }
    return broker.broker();
  }

  synchronized TestStore store() {
    if (store == null) {
      store = StoreChoice.ofThisMachine().pick();
      System.out.println("[backbone] store: " + store.kind());
    }
    return store;
  }

  /** A number no other class of this JVM has. */
  int nextClass() {
    return classes.incrementAndGet();
  }

  @Override
  public synchronized void close() {
    if (broker != null) {
      broker.close();
    }
    if (store != null) {
      store.close();
    }
  }
}
