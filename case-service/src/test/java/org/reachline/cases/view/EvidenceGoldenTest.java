package org.reachline.cases.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Why;
import org.reachline.cases.web.WebWorld;
import org.reachline.contracts.events.CrisisEvent.Evidence;
import org.reachline.contracts.events.InboundEvent;

/**
 * What is kept with messages and alerts as the reason for their level, for messages of every kind:
 * the file {@code golden/evidence.txt}. A line that starts with {@code >} is a message of one
 * client, five minutes after the one above, {@code >>} five hours; below it stands what is kept
 * with it. When rules change on purpose, copy {@code target/evidence.txt} over it and read the
 * difference.
 */
class EvidenceGoldenTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/evidence.txt");
  private final WebWorld world = new WebWorld();
  private int clients;

  @Test
  void whatIsKeptWithEveryMessageIsThatOfTheGoldenFile() throws IOException {
    String golden = Files.readString(GOLDEN);
    List<String> found = new ArrayList<>();
    for (String story : golden.split("\n\n")) {
      found.add(kept(story));
    }

    String actual = String.join("\n\n", found) + "\n";
    Files.writeString(Path.of("target/evidence.txt"), actual, UTF_8);

    assertThat(actual).isEqualTo(golden);
  }

  private String kept(String story) {
    String phone = "+155501001" + (10 + clients++);
    List<InboundEvent.MessageReceived> said = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String line : story.lines().toList()) {
      if (line.startsWith("#")) {
        lines.add(line);
      } else if (line.startsWith(">")) {
        world.world.passes(line.startsWith(">>") ? Duration.ofHours(5) : Duration.ofMinutes(5));
        String text = line.replaceFirst("^>+", "").strip();
        said.add(world.says(phone, text));
        lines.add(line);
        lines.addAll(kept(said, text));
      }
    }
    return String.join("\n", lines);
  }

  private List<String> kept(List<InboundEvent.MessageReceived> said, String text) {
    CaseFile file = world.file(said.getLast());
    Risk risk =
        file.log().tail().stream()
            .filter(entry -> entry.is(said.getLast().messageId()))
            .map(entry -> ((Entry.Received) entry.body()).risk())
            .findFirst()
            .orElseThrow();
    List<String> lines = new ArrayList<>();
    lines.add("  " + level(risk) + changed(risk.why(), said));
    risk.also().forEach(also -> lines.add("  also " + low(also.severity(), also.category())));
    risk.why().evidence().forEach(one -> lines.add("    " + line(one, text)));
    file.crises().stream()
        .filter(crisis -> crisis.raisedBy().equals(said.getLast().messageId()))
        .map(Crisis::why)
        .forEach(why -> assertThat(why).as("with the alert").isEqualTo(risk.why()));
    return lines;
  }

  private static String level(Risk risk) {
    return risk.reason().isEmpty()
        ? low(risk.severity(), risk.category())
        : low(risk.severity()) + " " + risk.reason();
  }

  private static String changed(Why why, List<InboundEvent.MessageReceived> said) {
    String modifiers = why.modifiers().isEmpty() ? "" : "; " + String.join(" ", why.modifiers());
    List<String> with =
        said.stream()
            .filter(message -> why.readWith().contains(message.messageId()))
            .map(message -> "message " + (said.indexOf(message) + 1))
            .toList();
    assertThat(with).hasSameSizeAs(why.readWith());
    return modifiers + (with.isEmpty() ? "" : "; with " + String.join(", ", with));
  }

  private static String line(Evidence one, String text) {
    return "%-8s %-9s %-18s \"%s\""
        .formatted(
            one.effect(), low(one.level()), one.cue(), text.substring(one.start(), one.end()));
  }

  private static String low(Enum<?>... words) {
    return String.join(" ", List.of(words).stream().map(Enum::name).toList())
        .toLowerCase(Locale.ROOT);
  }
}
