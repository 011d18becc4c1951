package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Placed;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.DeliveryEvent;
import org.reachline.contracts.events.EscalationEvent;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.OutboundEvent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.keys.Opened;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.CanaryScan;
import org.reachline.trust.testing.MirrorWatch;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.StruckConsumer;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.topics.Incoming;
import org.reachline.trust.topics.KafkaWatch;
import org.reachline.trust.topics.TopicReader;
import org.reachline.trust.topics.TopicWriter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole service on a real broker and store: in, judged, stored, out; beside a mirror agency.
 */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class MessagePathIT {
  private static final String DANGER =
      "been outside since 6 n cant feel my hands. getting sleepy. nowhere open";
  private static final Duration SOON = Duration.ofSeconds(30);

  private static ConfigurableApplicationContext service;
  private static Backbone backbone;

  @BeforeAll
  static void start(Backbone given, MirrorWatch mirror) {
    backbone = given;
    service = ServiceUnderTest.start(backbone);
    mirror.database(backbone.mongoUri());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private InboundEvent.MessageReceived publish(AgencyId agency, String providerId, String words) {
    return publish(ServiceUnderTest.message(agency, providerId, words));
  }

  private static InboundEvent.MessageReceived publish(InboundEvent.MessageReceived event) {
    new TopicWriter<>(Topics.OF_INBOUND, "inbound-gateway", backbone.newProducer())
        .publish(event)
        .join();
    return event;
  }

  private static <E extends Event> List<E> events(Topics.Topic<E> topic) {
    TopicReader<E> reader = new TopicReader<>(topic, "test");
    List<E> found = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : backbone.records(topic.name())) {
      if (reader.read(record) instanceof Incoming.Read<E>(Scope _, E event)) {
        found.add(event);
      }
    }
    return found;
  }

  @Test
  void anErrorInTheLaneDelaysACrisisAndLosesNone() {
    var danger = ServiceUnderTest.from(Planted.HARBOR, "+15550100177", "struck", DANGER);

    StruckConsumer.recovers(
        backbone.groupId("crisis"), () -> publish(danger), service.getBean(KafkaWatch.class));

    CrisisId crisis = Derived.crisis(danger.messageId());
    await("the lane's own telling: the case flow makes the same event however often")
        .atMost(SOON)
        .until(
            () ->
                raised().stream()
                        .filter(event -> event.crisisId().equals(crisis))
                        .map(event -> event.at().truncatedTo(ChronoUnit.MILLIS))
                        .distinct()
                        .count()
                    >= 2);
  }

  private static CaseFile file(AgencyId agency, MessageId message) {
    CaseStore store = service.getBean(CaseStore.class);
    Scope scope = Scope.ofSweep(agency, "test");
    Placed place =
        eventually(() -> store.placed().read(scope, List.of(message.value())).get(message.value()));
    return eventually(() -> store.files().read(scope, List.of(place.caseId())).get(place.caseId()));
  }

  private static <T> T eventually(Supplier<@org.jspecify.annotations.Nullable T> what) {
    await().atMost(SOON).until(() -> what.get() != null);
    return java.util.Objects.requireNonNull(what.get());
  }

  @Test
  void aTextBecomesACaseACrisisAReplyAReceiptAndAnEnd(
      Planted planted, MirrorWatch mirror, CanaryScan canaries) {
    mirror.plant(
        () -> {
          InboundEvent theirs = publish(Planted.MIRROR, "SM1", canaries.sentence(Planted.MIRROR));
          CaseFile settled = file(Planted.MIRROR, theirs.messageId());
          CaseStore store = service.getBean(CaseStore.class);
          await()
              .atMost(SOON)
              .until(
                  () ->
                      World.found(
                              store.files(), Scope.ofSweep(Planted.MIRROR, "test"), settled.id())
                          .outbox()
                          .rows()
                          .isEmpty());
        });

    String words = DANGER + " " + canaries.sentence(Planted.HARBOR);
    InboundEvent.MessageReceived message = publish(Planted.HARBOR, "SM1", words);
    publish(Planted.HARBOR, "SM1", words);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(raised())
                    .extracting(CrisisEvent.CrisisRaised::crisisId)
                    .contains(Derived.crisis(message.messageId())));
    CaseFile file = file(Planted.HARBOR, message.messageId());
    assertThat(raised())
        .filteredOn(one -> one.conversationId().equals(message.conversationId()))
        .extracting(CrisisEvent.CrisisRaised::crisisId)
        .containsOnly(Derived.crisis(message.messageId()));
    assertThat(file.log().tail()).filteredOn(e -> e.is(message.messageId())).hasSize(1);
    assertThat(file.inCrisis()).isTrue();

    Member worker = planted.member(Planted.HARBOR, Role.WORKER);
    Command.Reply reply =
        new Command.Reply(
            planted.ids().command(worker.id(), "send-1"),
            worker.id(),
            message.conversationId(),
            new MessageText(canaries.name() + ", stay where you are"),
            file.log().seq());
    Verdict verdict =
        service.getBean(CommandFlow.class).execute(planted.scope(worker), file.id(), reply);
    assertThat(verdict).isInstanceOf(Verdict.Do.class);

    OutboundEvent.SendRequested send =
        eventually(
            () ->
                events(Topics.OF_OUTBOUND).stream()
                    .filter(OutboundEvent.SendRequested.class::isInstance)
                    .map(OutboundEvent.SendRequested.class::cast)
                    .findFirst()
                    .orElse(null));
    assertThat(
            planted
                .sealing()
                .open(
                    Planted.HARBOR,
                    Purpose.SEND,
                    Place.ofEvent(Topics.OUTBOUND, send.eventId()),
                    send.sealed(),
                    OutboundContent.class))
        .isEqualTo(new Opened.Content<>(new OutboundContent(planted.clientPhone(), reply.text())));

    new TopicWriter<>(Topics.OF_DELIVERY, "notifier-service", backbone.newProducer())
        .publish(
            new DeliveryEvent.Delivered(
                send.messageId(),
                send.conversationId(),
                send.caseId(),
                send.clientId(),
                Instant.now()))
        .join();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(file(Planted.HARBOR, message.messageId()).log().tail().getLast().body())
                    .isInstanceOfSatisfying(
                        Entry.Sent.class,
                        sent ->
                            assertThat(sent.delivery().status().name()).isEqualTo("DELIVERED")));
    long newest = file(Planted.HARBOR, message.messageId()).log().seq();
    assertThat(seqs(file))
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(1, newest).boxed().toList());
    anEndOnTheDutyPhoneIsADispositionOnce(planted, message);
    canaries.topics(
        backbone.bootstrapServers(),
        Topics.INBOUND,
        Topics.CASES,
        Topics.CRISES,
        Topics.OUTBOUND,
        Topics.DEAD_LETTERS);
    canaries.database(backbone.mongoUri());
  }

  /** However often that is told. */
  private static void anEndOnTheDutyPhoneIsADispositionOnce(
      Planted planted, InboundEvent.MessageReceived message) {
    CrisisId crisis = Derived.crisis(message.messageId());
    StaffId by = planted.member(Planted.HARBOR, Role.ON_CALL).id();
    EscalationEvent end =
        new EscalationEvent.Resolved(
            Derived.escalation(crisis),
            4,
            crisis,
            message.conversationId(),
            by,
            "emergency-sent",
            Instant.now());
    TopicWriter<EscalationEvent> notifier =
        new TopicWriter<>(Topics.OF_ESCALATIONS, "notifier-service", backbone.newProducer());

    notifier.publish(end).join();
    notifier.publish(end).join();
    await().atMost(SOON).until(() -> !disposed(crisis).isEmpty());
    notifier.publish(end).join();

    await()
        .during(Duration.ofSeconds(2))
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(disposed(crisis))
                    .extracting(CrisisEvent.CrisisDisposed::by, CrisisEvent.CrisisDisposed::outcome)
                    .containsExactly(tuple(by, "emergency-sent")));
    assertThat(file(Planted.HARBOR, message.messageId()).inCrisis()).isFalse();
  }

  private static List<CrisisEvent.CrisisDisposed> disposed(CrisisId crisis) {
    return events(Topics.OF_CRISES).stream()
        .filter(CrisisEvent.CrisisDisposed.class::isInstance)
        .map(CrisisEvent.CrisisDisposed.class::cast)
        .filter(event -> event.crisisId().equals(crisis))
        .toList();
  }

  private static List<CrisisEvent.CrisisRaised> raised() {
    return events(Topics.OF_CRISES).stream()
        .filter(CrisisEvent.CrisisRaised.class::isInstance)
        .map(CrisisEvent.CrisisRaised.class::cast)
        .toList();
  }

  private static List<Long> seqs(CaseFile file) {
    return events(Topics.OF_CASES).stream()
        .filter(event -> event.caseId().equals(file.id()))
        .map(CaseEvent::seq)
        .distinct()
        .toList();
  }

  @Test
  void whatIsNoEventIsBuriedAndTheNextOneIsDone() {
    var producer = backbone.newProducer();
    var _ =
        producer.send(
            new org.apache.kafka.clients.producer.ProducerRecord<>(
                Topics.INBOUND, "k", "no json".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    producer.flush();
    InboundEvent.MessageReceived next = publish(Planted.HARBOR, "SM77", "hello again");

    CaseFile file = file(Planted.HARBOR, next.messageId());

    assertThat(file.holds(next.messageId())).isTrue();
    assertThat(backbone.awaitRecords(Topics.DEAD_LETTERS, 1))
        .anySatisfy(
            record ->
                assertThat(
                        new String(
                            record.headers().lastHeader("dl_code").value(),
                            java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("SHAPE"));
  }
}
