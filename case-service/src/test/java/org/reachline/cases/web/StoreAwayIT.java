package org.reachline.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.TopicReader;
import org.reachline.trust.topics.TopicWriter;

/** The store goes away while the service runs, and comes back. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class StoreAwayIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Scope SCOPE = Scope.ofSweep(Planted.HARBOR, "test");
  private static Backbone backbone;
  private static HttpUnderTest service;
  private static Wire wire;

  @BeforeAll
  static void start(Backbone given) {
    backbone = given;
    String host = new ConnectionString(given.mongoUri()).getHosts().getFirst();
    int port = Integer.parseInt(host.substring(host.lastIndexOf(':') + 1));
    wire = new Wire(port);
    String uri = given.mongoUri().replace(host, "127.0.0.1:" + wire.port());
    String quick = uri + (uri.contains("?") ? "&" : "?") + "serverSelectionTimeoutMS=500";
    service = HttpUnderTest.start(given, quick);
  }

  @AfterAll
  static void stop() {
    service.close();
    wire.close();
  }

  private static List<CrisisRaised> raised() {
    TopicReader<?> reader = new TopicReader<>(Topics.OF_CRISES, "test");
    return backbone.records(Topics.CRISES).stream()
        .flatMap(
            record ->
                reader.read(record) instanceof Incoming.Read<?>(var _, CrisisRaised crisis)
                    ? java.util.stream.Stream.of(crisis)
                    : java.util.stream.Stream.empty())
        .toList();
  }

  private static boolean stored(InboundEvent event) {
    try {
      CaseStore store = service.store();
      return store.placed().one(SCOPE, event.messageId().value()) != null;
    } catch (MongoException stillAway) {
      return false;
    }
  }

  @Test
  void theConsoleSaysSoTheCrisisIsRaisedAndNothingIsLost() {
    var worker = service.as(Planted.HARBOR, Role.WORKER);
    assertThat(worker.get("/queue").statusCode()).isEqualTo(200);
    InboundEvent.MessageReceived message =
        service.sealed(
            Planted.HARBOR,
            "+15550107777",
            "away-1",
            "been outside since 6 n cant feel my hands. getting sleepy. nowhere open");

    wire.cut();
    new TopicWriter<>(Topics.OF_INBOUND, "inbound-gateway", backbone.newProducer())
        .publish(message)
        .join();

    await()
        .atMost(SOON)
        .until(() -> raised().stream().anyMatch(c -> c.raisedBy().equals(message.messageId())));
    HttpResponse<String> page = worker.get("/queue");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains("A part of Reachline is away", "Messages are still kept");
    HttpResponse<String> script = worker.read("/api/v1/cases");
    assertThat(script.statusCode()).isEqualTo(503);
    assertThat(script.headers().firstValue("content-type")).contains("application/problem+json");

    wire.mend();
    await().atMost(SOON).until(() -> stored(message));
    await().atMost(SOON).until(() -> worker.get("/queue").statusCode() == 200);
  }
}
