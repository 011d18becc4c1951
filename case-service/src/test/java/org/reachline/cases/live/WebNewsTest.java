package org.reachline.cases.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.web.WebWorld;
import org.reachline.contracts.Derived;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CaseEvent.Author;
import org.reachline.contracts.events.CaseEvent.MessageRecorded;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.trust.testing.Planted;
import reactor.core.Disposable;

/** The other node is the flow, which writes past this node's pages. */
class WebNewsTest {
  private final WebWorld other = new WebWorld();
  private final WebLive live = new WebLive("here");
  private final WebNews news = new WebNews(other.world.store, live, other.world::now);
  private final List<WebChange> told = new ArrayList<>();

  @BeforeEach
  void somebodyWatches() {
    Disposable _ = live.board(Planted.HARBOR).follow(0).next().subscribe(told::add);
  }

  private MessageRecorded recorded(InboundEvent.MessageReceived message) {
    CaseFile file = other.file(message);
    return new MessageRecorded(
        file.id(),
        file.log().seq(),
        file.opening().client(),
        message.conversationId(),
        message.messageId(),
        Author.CLIENT,
        Severity.NONE,
        other.world.now());
  }

  @Test
  void aCaseThisNodeHasNeverSeenIsToldWhenItsEventGoesBy() {
    var message = other.says("+15550100801", "hello");

    news.heard(other.world.scope(), recorded(message));
    news.look();
    news.look();

    assertThat(told).extracting(WebChange::caseId).containsExactly(other.file(message).id());
  }

  @Test
  void aWriteThatComesAfterItsEventIsFoundWithinSeconds() {
    var first = other.says("+15550100801", "hello");
    news.heard(other.world.scope(), recorded(first));
    news.look();
    var second = other.says("+15550100801", "are you there");
    other.world.passes(Duration.ofSeconds(5));

    news.look();

    assertThat(told).hasSize(2);
    assertThat(told.getLast().after().v()).isEqualTo(other.file(second).v());
  }

  @Test
  void aCrisisIsFoundByTheMessageThatRaisedIt() {
    var message = other.says("+15550100801", "hello");
    var crisis = Derived.crisis(message.messageId());
    var raised =
        new CrisisRaised(
            crisis,
            message.conversationId(),
            message.messageId(),
            org.reachline.contracts.Category.EXPOSURE,
            Severity.HIGH,
            List.of(),
            "test",
            other.world.now(),
            other.world.now());
    other.takes(raised);

    news.heard(other.world.scope(), raised);
    news.look();

    assertThat(told).isNotEmpty();
    assertThat(told.getLast().raised()).containsOnlyKeys(crisis);
  }

  @Test
  void whatIsLongPastIsLookedAtNoMore() {
    var first = other.says("+15550100801", "hello");
    news.heard(other.world.scope(), recorded(first));
    other.world.passes(Duration.ofMinutes(1));
    news.look();
    other.says("+15550100801", "are you there");

    news.look();

    assertThat(told).hasSize(1);
  }
}
