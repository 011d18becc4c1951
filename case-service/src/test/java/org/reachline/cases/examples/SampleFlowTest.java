package org.reachline.cases.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.cases.World;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Label;
import org.reachline.cases.examples.LabelFlow.Word;
import org.reachline.cases.web.WebWorld;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CaseEvent;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.CaseEvent.MessageRecorded;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Planted;

class SampleFlowTest {
  private static final String PHONE = "+15550100142";
  private final WebWorld world = new WebWorld();
  private final Finder finder = new Finder(world.world.store, world.world.boxes);

  private SampleFlow flow(int oneIn) {
    return new SampleFlow(
        new Sampling(world.world.planted.ids(), oneIn),
        world.world.examples,
        world.world.store,
        finder,
        world.world.metrics);
  }

  private CaseEvent recorded(
      InboundEvent.MessageReceived message, Author author, Severity severity) {
    CaseFile file = world.file(message);
    return new MessageRecorded(
        file.id(),
        2,
        file.opening().client(),
        message.conversationId(),
        message.messageId(),
        author,
        severity,
        world.world.now());
  }

  private List<Example> waiting() {
    return world.world.examples.unreviewed(world.world.scope(), 9);
  }

  @Test
  void whatAlarmedNobodyIsPickedOnceHoweverOftenItComes() {
    var message = world.says(PHONE, "see you at ten");
    var event = World.item(recorded(message, Author.CLIENT, Severity.NONE));

    flow(1).accept(List.of(event));
    flow(1).accept(List.of(event, event));

    assertThat(waiting()).hasSize(1);
    Example picked = waiting().getFirst();
    assertThat(picked.id()).isEqualTo(message.messageId());
    assertThat(picked.said().rulesVersion()).isNotEmpty();
    assertThat(picked.v()).isEqualTo(1);
  }

  @Test
  void neitherAnAlarmNorOurOwnWordsNorAStrangersCaseIsPicked() {
    var message = world.says(PHONE, "cant feel my hands nowhere open");
    var calm = world.says("+15550100143", "see you at ten");

    flow(1)
        .accept(
            List.of(
                World.item(recorded(message, Author.CLIENT, Severity.HIGH)),
                World.item(recorded(message, Author.CLIENT, Severity.NONE)),
                World.item(recorded(calm, Author.WORKER, Severity.NONE))));

    assertThat(waiting()).isEmpty();
  }

  @Test
  void aLabelledMessageThatIsPickedLaterKeepsItsLabelAndWaitsForNobody() {
    var message = world.says(PHONE, "see you at ten");
    LabelFlow labels =
        new LabelFlow(world.world.examples, finder, world.world.metrics, world.world::now);
    var me = world.world.planted.member(Planted.HARBOR, Role.WORKER).id();
    var _ =
        labels.say(
            world.world.scope(),
            world.file(message),
            new Word(
                world.world.planted.ids().command(me, "k"),
                me,
                message.messageId(),
                Label.MISSED,
                Category.NONE,
                Severity.NONE));

    flow(1).accept(List.of(World.item(recorded(message, Author.CLIENT, Severity.NONE))));

    assertThat(waiting()).isEmpty();
    assertThat(world.world.examples.labelled(world.world.scope(), "", 9))
        .singleElement()
        .satisfies(example -> assertThat(example.sampled()).hasSize(1));
  }
}
