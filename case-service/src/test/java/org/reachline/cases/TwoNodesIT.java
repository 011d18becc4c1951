package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Placed;
import org.reachline.cases.live.WebChange;
import org.reachline.cases.live.WebLive;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Scope;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.topics.TopicWriter;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.Disposable;

/** Two nodes of the service on one broker and one store. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class TwoNodesIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Scope SCOPE = Scope.ofSweep(Planted.HARBOR, "test");
  private static Backbone backbone;
  private static ConfigurableApplicationContext one;
  private static ConfigurableApplicationContext two;

  @BeforeAll
  static void start(Backbone given) {
    backbone = given;
    one = ServiceUnderTest.start(backbone);
    two = ServiceUnderTest.another(backbone);
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  private static Collection<CaseId> watch(ConfigurableApplicationContext node) {
    Collection<CaseId> told = new ConcurrentLinkedQueue<>();
    Disposable _ =
        node.getBean(WebLive.class)
            .board(Planted.HARBOR)
            .follow(0)
            .next()
            .map(WebChange::caseId)
            .subscribe(told::add);
    return told;
  }

  private static void publish(List<InboundEvent.MessageReceived> messages) {
    Producer<String, byte[]> producer = backbone.newProducer();
    var writer = new TopicWriter<>(Topics.OF_INBOUND, "inbound-gateway", producer);
    messages.forEach(message -> writer.publish(message).join());
  }

  private static Set<MessageId> stored(CaseStore store, List<MessageId> wanted) {
    List<String> ids = wanted.stream().map(MessageId::value).toList();
    Set<CaseId> cases =
        store.placed().read(SCOPE, ids).values().stream()
            .map(Placed::caseId)
            .collect(Collectors.toSet());
    Set<MessageId> found = new HashSet<>();
    for (CaseFile file : store.files().read(SCOPE, cases).values()) {
      for (Entry entry : file.log().tail()) {
        if (entry.body() instanceof Entry.Received received) {
          assertThat(found.add(received.messageId())).as("twice in a case").isTrue();
        }
      }
    }
    return found;
  }

  @Test
  void pagesOfBothNodesHearWhatEitherWroteAndAMessageIsStoredOnce() {
    Collection<CaseId> first = watch(one);
    Collection<CaseId> second = watch(two);
    List<InboundEvent.MessageReceived> messages =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    ServiceUnderTest.from(
                        Planted.HARBOR, "+1555010%04d".formatted(i), "N" + i, "hello " + i))
            .toList();

    publish(messages);
    publish(messages);

    CaseStore store = one.getBean("caseStore", CaseStore.class);
    List<MessageId> ids = messages.stream().map(InboundEvent::messageId).toList();
    await().atMost(SOON).until(() -> stored(store, ids).size() == ids.size());
    Set<CaseId> cases =
        store.placed().read(SCOPE, ids.stream().map(MessageId::value).toList()).values().stream()
            .map(Placed::caseId)
            .collect(Collectors.toSet());
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(first).containsAll(cases);
              assertThat(second).containsAll(cases);
            });
  }
}
