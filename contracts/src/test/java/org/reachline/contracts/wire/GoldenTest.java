package org.reachline.contracts.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Topics;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.Event;

/**
 * The golden files pin the wire for ever. The newest of a type is what the codec writes; the older
 * ones, from before an optional field was added, are still read. {@code -Dgolden.add} writes the
 * files of new types and of types that gained a field; it never touches one that is there: editing
 * one by hand is a matter for review.
 */
class GoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static List<Event> samples() {
    return Samples.of(Samples.HARBOR).events();
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(GOLDEN)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @BeforeAll
  static void addMissingFilesWhenAsked() throws IOException {
    if (System.getProperty("golden.add") != null) {
      for (Event event : samples()) {
        Wire wire = Samples.wireOf(event);
        String json = new String(wire.payload(), UTF_8) + "\n";
        int newest = newest(event);
        if (newest == 0 || !read(file(event, newest, "json")).equals(json)) {
          Files.createDirectories(file(event, newest + 1, "json").getParent());
          Files.writeString(file(event, newest + 1, "json"), json);
          Files.writeString(file(event, newest + 1, "headers"), lines(wire.headers()) + "\n");
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theCodecWritesExactlyTheGoldenFile(Event event) throws IOException {
    Wire wire = Samples.wireOf(event);

    assertThat(new String(wire.payload(), UTF_8) + "\n").isEqualTo(read(newest(event, "json")));
    assertThat(lines(wire.headers()) + "\n").isEqualTo(read(newest(event, "headers")));
    assertThat(wire.key()).isEqualTo(wire.headers().get(EventCodec.SUBJECT));
    assertThat(wire.topic()).isEqualTo(Samples.topicOf(event).name());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theGoldenFileIsReadAsTheSample(Event event) throws IOException {
    Decoded<?> decoded = decode(newest(event, "json"));

    assertThat(decoded).isEqualTo(new Decoded.Known<>(event));
  }

  @ParameterizedTest
  @MethodSource("files")
  void whatWasEverReleasedIsStillRead(Path file) throws IOException {
    assertThat(decode(file)).isInstanceOf(Decoded.Known.class);
  }

  @Test
  void aCrisisOfTheFirstShapeKnowsNoLanguageAndNoSafeContact() throws IOException {
    Decoded<?> decoded = decode(GOLDEN.resolve("reachline.crises/CrisisRaised.v1.json"));

    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Known.class,
            known -> {
              CrisisRaised raised = (CrisisRaised) known.event();
              assertThat(raised.language()).isEqualTo("und");
              assertThat(raised.safeContact()).isEmpty();
            });
  }

  @Test
  void headersAndValuesComeInPairs() throws IOException {
    assertThat(files()).isNotEmpty().allSatisfy(file -> assertThat(headersOf(file)).exists());
  }

  private static Decoded<?> decode(Path file) throws IOException {
    String agency = headers(headersOf(file)).get(EventCodec.AGENCY);
    return codecOf(file).decode(agency, Files.readAllBytes(file));
  }

  private static EventCodec<?> codecOf(Path file) {
    String folder = String.valueOf(GOLDEN.relativize(file).getName(0));
    Topic<? extends Event> topic =
        Topics.ALL.stream().filter(t -> t.name().equals(folder)).findFirst().orElseThrow();
    return Samples.codec(topic);
  }

  private static Path newest(Event event, String ending) {
    return file(event, Math.max(1, newest(event)), ending);
  }

  private static int newest(Event event) {
    int version = 0;
    while (Files.exists(file(event, version + 1, "json"))) {
      version++;
    }
    return version;
  }

  private static Path file(Event event, int version, String ending) {
    return GOLDEN
        .resolve(Samples.topicOf(event).name())
        .resolve(event.getClass().getSimpleName() + ".v" + version + "." + ending);
  }

  private static Path headersOf(Path json) {
    return Path.of(json.toString().replaceFirst("\\.json$", ".headers"));
  }

  private static String lines(Map<String, String> headers) {
    return new TreeMap<>(headers)
        .entrySet().stream()
            .map(h -> h.getKey() + ": " + h.getValue())
            .collect(Collectors.joining("\n"));
  }

  private static Map<String, String> headers(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split(": ", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file);
  }
}
