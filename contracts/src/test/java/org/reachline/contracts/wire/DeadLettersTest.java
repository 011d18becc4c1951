package org.reachline.contracts.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.InboundEvent.MessageReceived;

/** A dead letter is the record as it was, and codes. */
class DeadLettersTest {
  private static final Map<String, String> CODES =
      Map.of(
          "dl_code", "SHAPE",
          "dl_service", "case-service",
          "dl_topic", "reachline.inbound",
          "dl_partition", "7",
          "dl_offset", "9000000000");

  private final Wire record =
      Samples.wireOf(Samples.of(Samples.HARBOR).event(MessageReceived.class));

  @Test
  void itKeepsKeyHeadersAndBytesAndAddsTheCodes() {
    Wire dead = deadLetterOf(record);

    assertThat(dead.topic()).isEqualTo(Topics.DEAD_LETTERS);
    assertThat(dead.key()).isEqualTo(record.key());
    assertThat(dead.payload()).isEqualTo(record.payload());
    assertThat(dead.headers())
        .containsAllEntriesOf(record.headers())
        .containsAllEntriesOf(CODES)
        .hasSize(record.headers().size() + CODES.size());
  }

  @Test
  void bytesThatAreNoTextStayAsTheyAre() {
    byte[] bytes = new byte[4_096];
    new Random(3).nextBytes(bytes);
    byte[] copy = bytes.clone();

    Wire dead = deadLetterOf(new Wire(Topics.INBOUND, "", Map.of("ce_agency", "*"), bytes));

    assertThat(dead.payload()).isEqualTo(copy);
    assertThat(dead.headers()).containsEntry("ce_agency", "*").hasSize(1 + CODES.size());
  }

  @Test
  void itPrintsNothingOfTheRecord() {
    byte[] words = "I am at the north pier".getBytes(UTF_8);

    Wire dead = deadLetterOf(new Wire(Topics.INBOUND, "key", Map.of("x", "pier"), words));

    assertThat(dead).hasToString("Wire[reachline.dead-letters, 22 bytes]");
  }

  private static Wire deadLetterOf(Wire record) {
    return DeadLetters.of(record, 7, 9_000_000_000L, "SHAPE", "case-service");
  }
}
