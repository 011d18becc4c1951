package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.cases.reading.Library;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.wire.Wire;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.TopicSpec;
import org.reachline.embedded.WithBackbone;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.topics.TopicWriter;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * A lane that starts anew remembers what lies before its offset, and announces none of it again.
 */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class RecallIT {
  private final List<Event> announced = new ArrayList<>();
  private final List<Integer> earlier = new ArrayList<>();
  private final World world = new World();

  private CrisisLane lane() {
    Library counting =
        (agency, text, context) -> {
          earlier.add(context.earlier().size());
          return World.LIBRARY.assess(agency, text, context);
        };
    Announcer out =
        new Announcer() {
          @Override
          public void publish(List<? extends Event> events) {
            announced.addAll(events);
          }

          @Override
          public void bury(Wire letter) {}
        };
    return new CrisisLane(
        world.boxes, new Detector(counting), out, new Recent(10), world.metrics, Clock.systemUTC());
  }

  @Test
  void theMemoryIsFilledFromTheTopicUpToTheOffsetAndNoFurther(Backbone backbone) {
    backbone.freshTopics(new TopicSpec(Topics.INBOUND, 1));
    var writer = new TopicWriter<>(Topics.OF_INBOUND, "inbound-gateway", backbone.newProducer());
    for (int i = 0; i < 4; i++) {
      writer.publish(ServiceUnderTest.message(Planted.HARBOR, "R" + i, "crisis " + i)).join();
    }
    var consumers =
        new DefaultKafkaConsumerFactory<String, byte[]>(
            Map.of("bootstrap.servers", backbone.bootstrapServers(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    TopicPartition partition = new TopicPartition(Topics.INBOUND, 0);
    CrisisLane lane = lane();
    Recall recall =
        new Recall(
            consumers,
            lane,
            new CaseProperties.Recall(10, 1000, Duration.ofSeconds(20)),
            Clock.systemUTC());

    try (var assigned = consumers.createConsumer("any", "x", null)) {
      assigned.assign(List.of(partition));
      assigned.seek(partition, 3);
      recall.onPartitionsAssigned(assigned, List.of(partition));
    }

    assertThat(earlier).containsExactly(0, 1, 2);
    assertThat(announced).isEmpty();
    InboundEvent next = ServiceUnderTest.message(Planted.HARBOR, "R9", "crisis again");
    lane.accept(List.of(World.item(next)));
    assertThat(earlier.getLast()).isEqualTo(3);
    assertThat(announced).hasSize(1);
  }
}
