package org.reachline.embedded;

import java.nio.file.Path;

/** A broker whose data go with it. */
record TemporaryBroker(EmbeddedBroker broker, Path directory) implements AutoCloseable {
  static TemporaryBroker start() {
    Path directory = TemporaryDirectory.create("reachline-broker");
    return new TemporaryBroker(EmbeddedBroker.start(directory, 0), directory);
  }

  @Override
  public void close() {
    broker.close();
    TemporaryDirectory.delete(directory);
  }
}
