package org.reachline.standalone;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reachline.embedded.EmbeddedBroker;
import org.reachline.embedded.EmbeddedStore;

/** Where the services find their broker and store: our own, or those the environment names. */
record Backing(String kafka, String mongo) {

  /**
   * Side by side, on threads that inherit our class loader: those of the common pool do not see
   * into the jar.
   *
   * @param opened told what is to be closed again
   */
  static Backing start(DataFolder data, Ports ports, Consumer<AutoCloseable> opened) {
    try (ExecutorService side = Executors.newSingleThreadExecutor()) {
      CompletableFuture<String> kafka =
          CompletableFuture.supplyAsync(() -> startKafka(data, ports, opened), side);
      String mongo = startStore(data, ports, opened);
      return new Backing(kafka.join(), mongo);
    }
  }

  private static String startKafka(DataFolder data, Ports ports, Consumer<AutoCloseable> opened) {
    String servers = kafkaServers(System.getenv("KAFKA_BOOTSTRAP_SERVERS"), data, ports, opened);
    EmbeddedBroker.createTopics(servers, TopicLayout.all());
    return servers;
  }

  private static String kafkaServers(
      @Nullable String given, DataFolder data, Ports ports, Consumer<AutoCloseable> opened) {
    if (given != null) {
      Reachable.requireKafka(given);
      return given;
    }
    EmbeddedBroker own = EmbeddedBroker.start(data.kafka(), ports.kafka());
    opened.accept(own);
    return own.bootstrapServers();
  }

  private static String startStore(DataFolder data, Ports ports, Consumer<AutoCloseable> opened) {
    String given = System.getenv("MONGODB_URI");
    if (given != null) {
      Reachable.requireStore(given);
      return given;
    }
    EmbeddedStore own = EmbeddedStore.onDisk(data.store(), ports.store());
    opened.accept(own);
    return own.connectionString();
  }
}
