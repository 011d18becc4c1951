package org.reachline.cases.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.examples.Label;
import org.reachline.cases.examples.LabelFlow.Word;
import org.reachline.cases.reading.Library;
import org.reachline.cases.web.WebWorld;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Category;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.triage.Assessment;
import org.reachline.triage.Context;
import org.reachline.triage.Finding;
import org.reachline.triage.WeatherAlert;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Planted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportTest {
  /** Read by the command {@code score} in ExportedExamplesTest of triage/cli. */
  private static final Path GOLDEN =
      Path.of("../triage/cli/src/test/resources/golden/examples.jsonl");

  private static final JsonMapper JSON = new JsonMapper();
  private static final String PHONE = "+15550100142";
  private final Given rules = new Given();
  private final WebWorld world = new WebWorld(rules);
  private final Finder finder = new Finder(world.world.store, world.world.boxes);

  /** Alarmed by a dying phone, by "alarm", and by two messages that are one sentence. */
  private static final class Given implements Library {
    private WeatherAlert weather = WeatherAlert.NONE;

    @Override
    public Assessment assess(AgencyId agency, String text, Context context) {
      boolean split =
          text.equals("myself")
              && context.earlier().stream().anyMatch(e -> e.text().equals("i want to kill"));
      boolean alarm = split || text.contains("dying") || text.contains("alarm");
      return new Assessment.Assessed(
          alarm
              ? List.of(
                  new Finding(
                      org.reachline.triage.Category.SUICIDE_SELF_HARM,
                      org.reachline.triage.Severity.HIGH))
              : List.of(),
          org.reachline.triage.Severity.NONE,
          false,
          0,
          List.of(),
          List.of(),
          split ? List.of(context.earlier().getLast().ref()) : List.of(),
          "2026-01-17.1");
    }

    @Override
    public WeatherAlert weather(AgencyId agency) {
      return weather;
    }
  }

  private void label(InboundEvent.MessageReceived of, MessageId message, Label label, Category as) {
    var me = world.world.planted.member(Planted.HARBOR, Role.WORKER).id();
    world.world.passes(Duration.ofMinutes(1));
    var word =
        new Word(
            world.world.planted.ids().command(me, message.value()),
            me,
            message,
            label,
            as,
            Severity.NONE);
    var _ =
        new LabelFlow(world.world.examples, finder, world.world.metrics, world.world::now)
            .say(world.world.scope(), world.file(of), word);
  }

  private void missed(InboundEvent.MessageReceived message) {
    label(message, message.messageId(), Label.MISSED, Category.NONE);
  }

  private List<JsonNode> exported() {
    Export.Part part =
        new Export(world.world.examples, world.world.store, finder)
            .part(world.world.scope(), "", 100);
    assertThat(part.unreadable()).isZero();
    return part.lines()
        .lines()
        .map(JSON::readTree)
        .sorted(Comparator.comparing(line -> line.get("at").asString()))
        .toList();
  }

  private JsonNode only() {
    assertThat(exported()).hasSize(1);
    return exported().getFirst();
  }

  private static List<String> texts(JsonNode line) {
    return line.path("messages").valueStream().map(m -> m.get("text").asString()).toList();
  }

  @Test
  void whatItWritesIsWhatTheCommandScoreIsHeldToReadEachLine() throws Exception {
    missed(world.says("+15550100143", "they took my inhaler again and i can hardly talk"));
    var alarm = world.says("+15550100144", "my phone is dying lol");
    label(alarm, alarm.messageId(), Label.FALSE_ALARM, Category.NONE);
    var _ = world.says(PHONE, "i want to kill");
    world.world.passes(Duration.ofSeconds(125));
    missed(world.says(PHONE, "myself"));
    rules.weather = WeatherAlert.COLD;
    var cold = world.says("+15550100145", "i have nowhere to sleep tonight");
    label(cold, cold.messageId(), Label.MISSED, Category.EXPOSURE);

    var lines = new StringBuilder();
    int number = 1;
    for (JsonNode line : exported()) {
      String id = line.get("id").asString();
      lines.append(line.toString().replace(id, "m" + number++)).append('\n');
    }

    assertThat(lines.toString()).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void theLabelledMessageIsTheLastOfThoseTheDetectorHadOfThisConversation() {
    var _ = world.says(PHONE, "too old to count");
    world.world.passes(Duration.ofDays(4));
    var _ = world.says(PHONE, "first");
    var _ = world.says("+15550100143", "of somebody else");
    world.world.passes(Duration.ofMinutes(3));
    var labelled = world.says(PHONE, "second");
    var _ = world.says(PHONE, "third");

    missed(labelled);

    JsonNode line = only();
    assertThat(texts(line)).containsExactly("first", "second");
    assertThat(line.get("messages").get(1).get("after_minutes").asInt()).isEqualTo(3);
    assertThat(line.has("text")).isFalse();
  }

  @Test
  void earlierMessagesAreFoundInSealedPagesToo() {
    var _ = world.says(PHONE, "first");
    var labelled = world.says(PHONE, "second");
    for (int i = 0; i < 90; i++) {
      var _ = world.says(PHONE, "later " + i);
    }
    assertThat(world.file(labelled).log().pages()).isPositive();

    missed(labelled);

    assertThat(texts(only())).containsExactly("first", "second");
  }

  @Test
  void noMoreGoOutThanTheDetectorRemembers() {
    for (int i = 0; i < 90; i++) {
      var _ = world.says(PHONE, "earlier " + i);
    }

    missed(world.says(PHONE, "now"));

    assertThat(texts(only()))
        .hasSize(Context.MEMORY_MESSAGES + 1)
        .startsWith("earlier 70")
        .endsWith("earlier 89", "now");
  }

  @Test
  void whatTheClientTookBackIsNotThereAndTheMessageGoesOutAlone() {
    var first = world.says(PHONE, "i want to kill");
    world.accept(
        new InboundEvent.MessageDeleted(
            world.world.planted.ids().message(first.line(), "gone"),
            first.messageId(),
            first.conversationId(),
            first.line(),
            world.world.now()));

    missed(world.says(PHONE, "myself"));

    assertThat(only().get("text").asString()).isEqualTo("myself");
    assertThat(only().has("messages")).isFalse();
  }

  @Test
  void whatWasHarmlessAfterAnAlarmGoesOutWithoutIt() {
    var _ = world.says(PHONE, "alarm");
    var calm = world.says(PHONE, "see you at ten");

    label(calm, calm.messageId(), Label.NOTHING_MISSED, Category.NONE);

    assertThat(only().get("text").asString()).isEqualTo("see you at ten");
  }

  @Test
  void anEditIsTakenOutAfterTheWordsItChanged() {
    var first = world.says(PHONE, "i want to kill");
    world.world.passes(Duration.ofMinutes(1));
    var edit = world.world.edit(first, "e1", "myself");
    world.accept(edit);
    world.world.passes(Duration.ofMinutes(1));
    var _ = world.says(PHONE, "later");

    label(first, edit.messageId(), Label.MISSED, Category.NONE);

    assertThat(texts(only())).containsExactly("i want to kill", "myself");
  }
}
