package org.reachline.contracts.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;

/**
 * Whatever lies on a topic, the codec answers with a value and in time. Seeded, so a failure
 * repeats.
 */
class HostileBytesTest {
  private static final List<Event> EVENTS = Samples.of(Samples.HARBOR).events();

  static List<Topic<? extends Event>> topics() {
    return Topics.ALL;
  }

  static List<Event> events() {
    return EVENTS;
  }

  @ParameterizedTest
  @MethodSource("topics")
  void randomBytesAreAnsweredWithACode(Topic<? extends Event> topic) {
    EventCodec<?> codec = Samples.codec(topic);
    Random random = new Random(1);

    for (int run = 0; run < 5_000; run++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      assertThat(codec.decode("harbor", bytes)).isInstanceOf(Decoded.Malformed.class);
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void mutatedRecordsAreAnsweredWithAValue(Event event) {
    EventCodec<?> codec = Samples.codec(Samples.topicOf(event));
    byte[] payload = Samples.wireOf(event).payload();
    Random random = new Random(2);

    for (int run = 0; run < 1_500; run++) {
      Decoded<?> decoded = codec.decode("harbor", mutated(payload, random));
      if (decoded instanceof Decoded.Known<?>(var known)) {
        assertThat(((Event) known).agency()).isEqualTo(Samples.HARBOR);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyTruncationIsMalformed(Event event) {
    EventCodec<?> codec = Samples.codec(Samples.topicOf(event));
    byte[] payload = Samples.wireOf(event).payload();

    for (int length = 0; length < payload.length; length++) {
      assertThat(codec.decode("harbor", Arrays.copyOf(payload, length)))
          .isInstanceOf(Decoded.Malformed.class);
    }
  }

  @Test
  void deepHugeAndCostlyValuesAreMalformedInTime() {
    EventCodec<?> codec = Samples.codec(Topics.OF_INBOUND);
    String json = new String(Samples.wireOf(EVENTS.getFirst()).payload(), UTF_8);
    String at = "\"2026-01-17T04:12:07.250Z\"";
    List<String> hostile =
        List.of(
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            json.replaceFirst("\\{", "{\"more\":" + "[".repeat(5_000) + "]".repeat(5_000) + ","),
            json.replace(at, "1e999999999"),
            json.replace(at, "1e-999999999"),
            json.replace(at, "9".repeat(1_500)),
            json.replace(at, "9".repeat(900) + "." + "9".repeat(90)),
            json.replace(at, "\"+999999999999-01-01T00:00:00Z\""),
            json.replace(at, "\"2026-02-30T00:00:00Z\""));

    Assertions.assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertThat(hostile)
                .allSatisfy(
                    text ->
                        assertThat(codec.decode("harbor", text.getBytes(UTF_8)))
                            .isInstanceOf(Decoded.Malformed.class)));
  }

  private static byte[] mutated(byte[] payload, Random random) {
    String text = new String(payload, ISO_8859_1);
    for (int change = random.nextInt(4); change >= 0; change--) {
      int at = random.nextInt(text.length());
      int to = Math.min(text.length(), at + random.nextInt(12));
      text = text.substring(0, at) + replacement(random) + text.substring(to);
      text = text.isEmpty() ? "{" : text;
    }
    return text.getBytes(ISO_8859_1);
  }

  private static String replacement(Random random) {
    List<String> pieces =
        List.of(
            "",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "0",
            "-1",
            "1e9",
            "true",
            "\\u0000",
            "\"type\":\"Read\",",
            "\"at\":null,",
            "harbor",
            "mirror.1.abcd",
            "\u00ff\u00fe",
            "\u0000");
    return pieces.get(random.nextInt(pieces.size()));
  }
}
