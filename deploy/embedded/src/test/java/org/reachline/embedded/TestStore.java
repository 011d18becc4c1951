package org.reachline.embedded;

/**
 * The MongoDB the tests run on.
 *
 * @param kind what it is, as printed once a run
 * @param uri its connection string
 * @param outlivesUs whether our databases must be dropped after use
 */
record TestStore(String kind, String uri, boolean outlivesUs, Runnable stop)
    implements AutoCloseable {
  static TestStore embedded(String why) {
    EmbeddedStore store = EmbeddedStore.inMemory();
    return new TestStore(
        "embedded mongo-java-server (" + why + ")", store.connectionString(), false, store::close);
  }

  @Override
  public void close() {
    stop.run();
  }
}
