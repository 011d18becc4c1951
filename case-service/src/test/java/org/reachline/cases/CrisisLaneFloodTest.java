package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.reachline.cases.reading.AgencyRules;
import org.reachline.cases.reading.Library;
import org.reachline.cases.reading.Patience;
import org.reachline.contracts.Severity;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.trust.topics.TopicWriter;

/** Very long texts and Errors: the lane goes on and nobody's danger is missed. */
class CrisisLaneFloodTest {
  private static final String PHONE = "+15550100142";
  private static final String OVERDOSE = "i took a whole bottle of pills";
  private static final String FLOOD = "galoshes ".repeat(28_000);
  private final World world = new World();

  private CrisisLane lane(Library library) {
    return new CrisisLane(
        world.boxes,
        new Detector(library),
        world.announcer(),
        new Recent(10),
        world.metrics,
        world::now);
  }

  private void say(CrisisLane lane, String id, String words) {
    lane.accept(World.items(List.of(world.text(PHONE, id, words))));
    world.passes(Duration.ofSeconds(1));
  }

  private List<CrisisRaised> raised() {
    return world.published(CrisisRaised.class);
  }

  @Test
  void nineteenLongTextsHideNotTheOverdoseAfterThem() {
    try (Patience patience = new Patience(AgencyRules.shipped(), Duration.ofSeconds(20))) {
      List<Integer> lengths = new ArrayList<>();
      CrisisLane lane =
          lane(
              (agency, text, context) -> {
                int before = context.earlier().stream().mapToInt(e -> e.text().length()).sum();
                lengths.add(text.length() + before);
                return patience.assess(agency, text, context);
              });
      for (int i = 0; i < 19; i++) {
        say(lane, "m" + i, FLOOD);
      }

      say(lane, "m19", OVERDOSE);

      assertThat(raised()).extracting(CrisisRaised::severity).containsExactly(Severity.IMMINENT);
      assertThat(lengths).hasSize(20).allMatch(length -> length <= 25_000);
    }
  }

  @Test
  void atBothEndsOfALongTextDangerIsFoundAndItsPlaceIsThatInTheWholeText() {
    try (Patience patience = new Patience(AgencyRules.shipped(), Duration.ofSeconds(20))) {
      CrisisLane lane = lane(patience);
      say(lane, "m1", OVERDOSE + ". " + FLOOD);
      String end = FLOOD + ". " + OVERDOSE;

      say(lane, "m2", end);

      assertThat(raised()).hasSize(2);
      var evidence = raised().getLast().evidence();
      assertThat(evidence).isNotEmpty();
      assertThat(evidence)
          .allSatisfy(
              e -> assertThat(OVERDOSE).contains(end.substring(e.start(), e.end()).strip()));
    }
  }

  @Test
  void anErrorOfTheReaderMakesOneMessageNotAssessedAndThoseBehindItAreRead() {
    CrisisLane lane =
        lane(
            (agency, text, context) -> {
              if (text.equals("heavy")) {
                throw new OutOfMemoryError("thrown by a test");
              }
              return World.LIBRARY.assess(agency, text, context);
            });

    lane.accept(
        World.items(List.of(world.text(PHONE, "m1", "heavy"), world.text(PHONE, "m2", "crisis"))));

    assertThat(raised()).hasSize(1);
  }

  @Test
  void anErrorElsewhereBuriesTheOneMessageAtFaultAndStopsNobody() {
    List<InboundEvent> taken = new ArrayList<>();
    InboundEvent bad = world.text(PHONE, "m1", "hello");
    InboundEvent good = world.text(PHONE, "m2", "hello");
    var batches =
        new Batches<>(
            Topics.OF_INBOUND,
            world.announcer(),
            world.metrics,
            items -> {
              if (items.stream().anyMatch(item -> item.event().equals(bad))) {
                throw new StackOverflowError("thrown by a test");
              }
              items.forEach(item -> taken.add(item.event()));
            },
            false);

    batches.accept(records(bad, good));

    assertThat(taken).containsExactly(good);
    assertThat(world.buried).hasSize(1);
  }

  @Test
  void anAlertTellsWhatItsEvidenceDidAndWhichEarlierMessagesRaisedIt() {
    CrisisLane lane = lane(AgencyRules.shipped());
    InboundEvent first = world.text(PHONE, "m1", "got no place for tonight");
    lane.accept(World.items(List.of(first)));
    world.passes(Duration.ofHours(1));
    say(lane, "m2", "got no place for tonight");
    world.passes(Duration.ofHours(1));

    say(lane, "m3", "got no place for tonight");

    CrisisRaised raised = raised().getFirst();
    assertThat(raised.severity()).isEqualTo(Severity.HIGH);
    assertThat(raised.modifiers()).containsExactly("repeated");
    assertThat(raised.readWith())
        .hasSize(2)
        .first()
        .isEqualTo(((InboundEvent.MessageReceived) first).messageId());
    assertThat(raised.evidence().getFirst().effect()).isEqualTo("raises");
    assertThat(raised.evidence().getFirst().level()).isEqualTo(Severity.ELEVATED);
  }

  private static List<ConsumerRecord<String, byte[]>> records(InboundEvent... events) {
    try (var topic =
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer())) {
      var writer = new TopicWriter<>(Topics.OF_INBOUND, "inbound-gateway", topic);
      for (InboundEvent event : events) {
        writer.publish(event).join();
      }
      return topic.history().stream().map(CrisisLaneFloodTest::read).toList();
    }
  }

  private static ConsumerRecord<String, byte[]> read(ProducerRecord<String, byte[]> sent) {
    var record = new ConsumerRecord<>(sent.topic(), 0, 0, sent.key(), sent.value());
    sent.headers().forEach(header -> record.headers().add(header));
    return record;
  }
}
