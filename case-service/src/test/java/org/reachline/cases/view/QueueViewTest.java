package org.reachline.cases.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.view.QueueView.Group;
import org.reachline.cases.view.QueueView.Row;
import org.reachline.cases.web.WebWorld;
import org.reachline.contracts.Severity;
import org.reachline.contracts.personal.MessageText;

class QueueViewTest {
  private static final String DANGER =
      "been outside since 6 n cant feel my hands. getting sleepy. nowhere open";
  private final WebWorld world = new WebWorld();

  private List<Group> groups(CaseFile... files) {
    return QueueView.groups(world.glances(files), world.viewer("en"));
  }

  @Test
  void thePlaceForACrisisIsThereWhenThereIsNone() {
    assertThat(groups()).containsExactly(new Group("crisis-open", List.of()));
  }

  @Test
  void aCrisisComesFirstThenWhoWaitsLongest() {
    CaseFile early = world.file(world.says("+15550100101", "hi its sam, is the clinic open tmrw"));
    world.world.passes(Duration.ofMinutes(3));
    CaseFile late = world.file(world.says("+15550100102", "thank you for the socks"));
    world.world.passes(Duration.ofMinutes(3));
    CaseFile danger = world.file(world.says("+15550100103", DANGER));
    List<CaseFile> files = new ArrayList<>(List.of(late, danger, early));
    Collections.shuffle(files, new Random(7));

    List<Group> groups = groups(files.toArray(CaseFile[]::new));

    assertThat(groups).extracting(Group::key).containsExactly("crisis-open", "needs-reply");
    assertThat(groups.get(0).rows()).extracting(Row::caseId).containsExactly(danger.id().value());
    assertThat(groups.get(1).rows())
        .extracting(Row::caseId)
        .containsExactly(early.id().value(), late.id().value());
    Row row = groups.getFirst().rows().getFirst();
    assertThat(row.crisisId()).isEqualTo(danger.crises().getFirst().id().value());
    assertThat(row.severity()).isIn("imminent", "high");
    assertThat(row.reasonArgs().getFirst()).startsWith("category.");
    assertThat(row.reasonKey()).isEqualTo("reason.parts.2");
  }

  private Row only(CaseFile file, boolean previews) {
    return QueueView.groups(world.glances(file), world.viewer("en", previews, world.world.now()))
        .stream()
        .flatMap(group -> group.rows().stream())
        .toList()
        .getFirst();
  }

  @Test
  void aRowSaysWhyItHasItsLevelButNotWherePreviewsAreHidden() {
    CaseFile elevated = world.file(world.says("+15550100121", "got no place for tonight"));
    CaseFile lowered = world.file(world.says("+15550100122", "i was suicidal years ago"));

    assertThat(only(elevated, true).reasonArgs())
        .containsExactly("category.exposure", "reason.today", "nowhere to spend the night");
    assertThat(only(lowered, true).reasonArgs())
        .containsExactly(
            "category.suicide_self_harm",
            "why.short.far_past",
            "thoughts of ending their life or hurting themselves");
    assertThat(only(lowered, false).reasonArgs()).containsExactly("category.suicide_self_harm");
    assertThat(only(lowered, false).reasonKey()).isEqualTo("reason.parts.1");
  }

  @Test
  void whatTheDetectorCouldNotReadIsNeverShownAsNothing() {
    WebWorld broken = new WebWorld(new IllegalStateException("broken"));
    CaseFile file = broken.file(broken.says("+15550100104", "hello"));

    Row row =
        QueueView.groups(broken.glances(file), broken.viewer("en")).getLast().rows().getFirst();

    assertThat(file.work().waits().level()).isEqualTo(Severity.UNASSESSED);
    assertThat(row.severity()).isEqualTo("unassessed");
    assertThat(row.reasonKey()).isEqualTo("reason.unassessed");
  }

  @Test
  void whoSaidStopIsToldInTheReason() {
    CaseFile file = world.file(world.says("+15550100105", "stop"));

    assertThat(groups(file).getLast().rows().getFirst().reasonKey()).isEqualTo("reason.stop");
  }

  @Test
  void aRowNamesTheDangerThatHasItsLevel() {
    world.says(
        "+15550100107", "we have nowhere to sleep tonight and its freezing and we are soaked");
    CaseFile file = world.file(world.says("+15550100107", "shes choking and turning blue"));

    Row row = groups(file).getFirst().rows().getFirst();

    assertThat(file.crises().getFirst().severity()).isEqualTo(Severity.HIGH);
    assertThat(row.severity()).isEqualTo("imminent");
    assertThat(row.reasonArgs().getFirst())
        .isEqualTo("category." + WebCodes.of(file.crises().getLast().category()))
        .isNotEqualTo("category.exposure");
  }

  @Test
  void whoSaidStopAndNeedsReviewIsListedByTheDanger() {
    world.says("+15550100106", "got no place for tonight");
    CaseFile file = world.file(world.says("+15550100106", "stop"));

    assertThat(groups(file).getLast().rows().getFirst().reasonArgs())
        .startsWith("category.exposure", "reason.today");
  }

  @Test
  void whoAskedNotToBeCalledIsMarked() {
    CaseFile file = world.file(world.says("+15550100106", "dont call me"));

    assertThat(groups(file).getLast().rows().getFirst().safeKey()).isEqualTo("nocall");
  }

  @Test
  void onlyTheLastTwoDigitsAndTheWordForSomebodyNew() {
    CaseFile file = world.file(world.says("+15550100147", "hello"));

    Row row = groups(file).getLast().rows().getFirst();

    assertThat(row.lastTwo()).isEqualTo("47");
    assertThat(row.name()).isEqualTo("New person");
    assertThat(
            QueueView.groups(world.glances(file), world.viewer("es"))
                .getLast()
                .rows()
                .getFirst()
                .name())
        .isEqualTo("Persona nueva");
    assertThat(row).hasToString("Row[" + file.id() + "]");
  }

  @Test
  void aDeviceOthersUseShowsNoWordsInLists() {
    CaseFile file = world.file(world.says("+15550100148", "something private"));
    WebViewer shared = world.viewer("en", false, world.world.now());

    Row row = QueueView.groups(world.glances(file), shared).getLast().rows().getFirst();

    assertThat(row.preview()).isEmpty();
    assertThat(row.previewKey()).isEqualTo("preview.hidden");
  }

  @Test
  void aPreviewIsOneLineCutAtAWholeCharacter() {
    CaseFile file = world.file(world.says("+15550100149", "a\n" + "😀".repeat(200)));

    String preview = groups(file).getLast().rows().getFirst().preview();

    assertThat(preview).startsWith("a 😀").endsWith("😀…").doesNotContain("\n");
  }

  @Test
  void whoWasAnsweredWaitsNoMore() {
    var event = world.says("+15550100150", "is the clinic open");
    Command.Reply reply =
        new Command.Reply(
            world.world.planted.ids().command(world.worker().id(), "k"),
            world.worker().id(),
            event.conversationId(),
            new MessageText("at nine"),
            world.file(event).log().seq());
    var _ =
        world
            .world
            .commands(world.world.store, world.world.announcer())
            .execute(world.world.scope(), world.file(event).id(), reply);

    Group group = groups(world.file(event)).getLast();

    assertThat(group.key()).isEqualTo("waiting");
    assertThat(group.rows().getFirst().unread()).isFalse();
    assertThat(group.rows().getFirst().preview()).isEqualTo("You: at nine");
  }

  @Test
  void whatAMachineSentIsNoPreview() {
    var message = world.says("+15550100155", "where can i sleep");
    world.says("+15550100155", "HELP");

    var row =
        QueueView.groups(world.glances(world.file(message)), world.viewer("en")).stream()
            .flatMap(group -> group.rows().stream())
            .findFirst()
            .orElseThrow();

    assertThat(row.preview()).isEqualTo("HELP");
  }
}
