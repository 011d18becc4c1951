package org.reachline.analytics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.reachline.analytics.core.Cell;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.TopicSpec;
import org.reachline.trust.testing.SignedInAs;
import org.reachline.trust.testing.StruckConsumer;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.topics.KafkaWatch;
import org.reachline.trust.topics.TopicWriter;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it runs, on the broker and the store of the test. */
final class RunningAnalytics implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;

  private RunningAnalytics(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Empty topics, as the other services would have made them. */
  static void freshTopics(Backbone backbone) {
    List<TopicSpec> topics =
        new ArrayList<>(
            AnalyticsTopics.SOURCES.stream().map(t -> new TopicSpec(t.name(), 2)).toList());
    Map<String, String> compact = Map.of("cleanup.policy", "compact");
    topics.add(new TopicSpec(Topics.DEAD_LETTERS, 1));
    topics.add(new TopicSpec(AnalyticsTopics.FACTS, 2, compact));
    topics.add(new TopicSpec(AnalyticsTopics.CELLS, 2, compact));
    backbone.freshTopics(topics);
  }

  static RunningAnalytics start(Backbone backbone, Path stateDir) {
    return start(backbone, stateDir, "analytics");
  }

  static RunningAnalytics start(Backbone backbone, Path stateDir, String application) {
    Map<String, Object> settings = new HashMap<>(TwoAgencies.planted().properties());
    settings.put("server.port", "0");
    settings.put("management.server.port", "0");
    settings.put("spring.kafka.bootstrap-servers", backbone.bootstrapServers());
    settings.put("spring.mongodb.uri", backbone.mongoUri(application));
    settings.put("reachline.analytics.application-id", backbone.groupId(application));
    settings.put("reachline.analytics.state-dir", stateDir.toString());
    settings.put("reachline.analytics.partitions", "2");
    settings.put("reachline.analytics.beat", "2s");
    settings.put(StruckConsumer.SETTING, StruckConsumer.class.getName());
    RunningAnalytics running =
        new RunningAnalytics(
            AnalyticsServiceApplication.application()
                .run(
                    settings.entrySet().stream()
                        .map(e -> "--" + e.getKey() + "=" + e.getValue())
                        .toArray(String[]::new)));
    await()
        .atMost(60, SECONDS)
        .until(() -> running.management("/actuator/health").statusCode() == 200);
    return running;
  }

  KafkaWatch listeners() {
    return context.getBean(KafkaWatch.class);
  }

  /** Writes events to their topics, in order, and waits for the log. */
  static void publish(Backbone backbone, Collection<? extends Event> events) {
    wires(
        backbone,
        events.stream()
            .filter(event -> AnalyticsTopics.SOURCES.contains(Samples.topicOf(event)))
            .map(Samples::wireOf));
  }

  static void wires(Backbone backbone, Stream<Wire> wires) {
    Producer<String, byte[]> producer = backbone.newProducer();
    var sent = wires.map(wire -> TopicWriter.send(producer, wire)).toList();
    sent.forEach(one -> one.join());
  }

  /** The figures of an agency as the store has them, by key. */
  static Map<String, Cell> stored(Backbone backbone, AgencyId agency) {
    return stored(backbone, agency, "analytics");
  }

  static Map<String, Cell> stored(Backbone backbone, AgencyId agency, String application) {
    try (MongoClient client = MongoClients.create(backbone.mongoUri(application))) {
      Map<String, Cell> cells = new TreeMap<>();
      client
          .getDatabase(backbone.database(application))
          .getCollection("analytics_cells_v1")
          .find(Filters.eq("agency", agency.value()))
          .forEach(found -> put(cells, found));
      return cells;
    }
  }

  private static void put(Map<String, Cell> cells, Document found) {
    if (!found.getBoolean("gone", false)) {
      cells.put(
          found.getString("_id").replaceFirst("\\.", "|"),
          new Cell(
              found.getLong("n"),
              found.getLong("millis"),
              found.getList("within", Long.class),
              found.getLong("skewed"),
              found.getString("times"),
              0));
    }
  }

  HttpResponse<String> get(String path, SignedInAs who) {
    return send(
        port("local.server.port"), path, Map.of("Cookie", who.cookie(), "Accept", "text/html"));
  }

  HttpResponse<String> getWithoutSession(String path) {
    return send(port("local.server.port"), path, Map.of("Accept", "text/html"));
  }

  HttpResponse<String> management(String path) {
    return send(port("local.management.port"), path, Map.of());
  }

  String metrics() {
    return management("/actuator/prometheus").body();
  }

  /** An open event stream; read lines from it, and close it. */
  InputStream stream(String path, SignedInAs who) {
    return opened(path, who).body();
  }

  int streamStatus(String path, SignedInAs who) {
    return opened(path, who).statusCode();
  }

  private HttpResponse<InputStream> opened(String path, SignedInAs who) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("local.server.port") + path))
            .header("Cookie", who.cookie())
            .header("Accept", "text/event-stream")
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofInputStream());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private int port(String key) {
    return context.getEnvironment().getRequiredProperty(key, Integer.class);
  }

  private static HttpResponse<String> send(int port, String path, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
