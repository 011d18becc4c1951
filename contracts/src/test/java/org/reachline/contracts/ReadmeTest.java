package org.reachline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.DeadLetters;
import org.reachline.contracts.wire.Decoded;

/** The README tells the topics, events and codes as they are. */
class ReadmeTest {
  private final List<String> lines;

  ReadmeTest() throws IOException {
    lines = Files.readAllLines(Path.of("README.md"));
  }

  @Test
  void theTableOfTopicsIsThatOfTheCode() {
    List<String> rows = lines.stream().filter(line -> line.startsWith("| `reachline.")).toList();

    assertThat(rows).hasSize(Topics.ALL.size() + 1);
    assertThat(rows.subList(0, Topics.ALL.size()))
        .containsExactlyElementsOf(Topics.ALL.stream().map(ReadmeTest::row).toList());
    assertThat(rows.getLast())
        .startsWith("| `" + Topics.DEAD_LETTERS + "` |")
        .contains("| " + Topics.DEAD_LETTERS_KEPT.toDays() + " d |");
  }

  @Test
  void everyCodeOfAnUnreadableRecordIsExplained() {
    assertThat(Arrays.stream(Decoded.Code.values()).map(code -> "| `" + code + "` |"))
        .allSatisfy(start -> assertThat(lines).anyMatch(line -> line.startsWith(start)));
  }

  @Test
  void theHeadersOfADeadLetterAreNamed() {
    assertThat(String.join("\n", lines))
        .contains(
            DeadLetters.CODE,
            DeadLetters.SERVICE,
            DeadLetters.TOPIC,
            DeadLetters.PARTITION,
            DeadLetters.OFFSET);
  }

  @Test
  void itIsShort() {
    assertThat(lines).hasSizeLessThanOrEqualTo(60);
  }

  private static String row(Topic<? extends Event> topic) {
    return "| `%s` | %s | %d d | %s |"
        .formatted(
            topic.name(),
            topic.key(),
            topic.kept().toDays(),
            EventTypes.of(topic).stream()
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ")));
  }
}
