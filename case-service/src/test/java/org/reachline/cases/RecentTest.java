package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.triage.Context.Earlier;

class RecentTest {
  private final World world = new World();
  private final ConversationId conversation = world.conversation("+15550100142");
  private final Recent recent = new Recent(10);

  private void remember(String id, String text, Severity severity) {
    recent.remember(conversation, message(id), world.now(), text, severity);
  }

  private MessageId message(String id) {
    return world.planted.ids().message(world.planted.line(World.HARBOR), id);
  }

  private List<Earlier> before() {
    return recent.before(conversation, message("now"), world.now());
  }

  @Test
  void aConversationTakesNoMoreRoomHoweverLongItsMessagesAre() {
    for (int i = 0; i < 19; i++) {
      remember("m" + i, "galoshes ".repeat(28_000), Severity.NONE);
    }

    assertThat(before()).hasSize(19);
    assertThat(before().stream().mapToInt(earlier -> earlier.text().length()).sum())
        .isBetween(1_900, 2_000);
  }

  @Test
  void theEndOfTheLastTextIsKeptAndTheLevelOfAllOfThem() {
    remember("m1", "crisis", Severity.IMMINENT);
    remember("m2", "galoshes ".repeat(28_000) + "i want to kill", Severity.NONE);

    assertThat(before().getFirst().text()).isEmpty();
    assertThat(Recent.paged(before())).isTrue();
    assertThat(before().getLast().text()).endsWith("i want to kill").startsWith("galoshes");
  }

  @Test
  void shortMessagesAreKeptAsTheyAre() {
    remember("m1", "hello", Severity.NONE);
    remember("m2", "it is cold", Severity.NONE);

    assertThat(before()).extracting(Earlier::text).containsExactly("hello", "it is cold");
  }
}
