package org.reachline.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.bson.Document;

/**
 * Asks a broker and a store that others run whether they answer, so that one sentence says it and
 * not each service after a minute. A store's URI may hold a passphrase: only hosts are told.
 */
final class Reachable {
  private static final int SECONDS = 10;

  private Reachable() {}

  /**
   * @throws IllegalStateException if no broker answers there
   */
  static void requireKafka(String servers) {
    int millis = SECONDS * 1000;
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            servers,
            "request.timeout.ms",
            millis,
            "default.api.timeout.ms",
            millis);
    try (Admin admin = Admin.create(settings)) {
      var _ = admin.describeCluster().nodes().get(SECONDS + 1, TimeUnit.SECONDS);
    } catch (KafkaException | ExecutionException | TimeoutException away) {
      throw new IllegalStateException("no Kafka answers at " + servers, away);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    }
  }

  /**
   * @throws IllegalStateException if no store answers there
   */
  static void requireStore(String uri) {
    ConnectionString server = connectionString(uri);
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(server)
            .applyToClusterSettings(c -> c.serverSelectionTimeout(SECONDS, TimeUnit.SECONDS))
            .build();
    try (MongoClient client = MongoClients.create(settings)) {
      Document _ = client.getDatabase("admin").runCommand(new Document("ping", 1));
    } catch (MongoException away) {
      throw new IllegalStateException(
          "no store answers at "
              + String.join(", ", server.getHosts())
              + " ("
              + away.getClass().getSimpleName()
              + "); start it, or unset MONGODB_URI");
    }
  }

  private static ConnectionString connectionString(String uri) {
    try {
      return new ConnectionString(uri);
    } catch (IllegalArgumentException notOne) {
      throw new IllegalStateException(
          "MONGODB_URI is no connection string: it begins with mongodb://, then host:port");
    }
  }
}
