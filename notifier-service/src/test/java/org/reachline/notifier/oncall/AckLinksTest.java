package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Severity;
import org.reachline.contracts.crash.Faults;
import org.reachline.notifier.oncall.core.Escalating;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

class AckLinksTest {
  private static final Planted PLANTED = TwoAgencies.planted();
  private final AckLinks links = new AckLinks(new LinkTokens(PLANTED.ids()));
  private final OnCallWorld world =
      new OnCallWorld(
          Story.policy(java.util.List.of(Story.step(Story.minutes(5), Story.FIRST, Story.SECOND))));

  private Escalation paged() {
    OnCallWorld.Life life = world.life(Faults.none());
    life.escalations().heard(OnCallWorld.scope(), world.crisis("a", Severity.IMMINENT));
    return world.only();
  }

  private static String token(String link) {
    return link.substring(link.indexOf("?t=") + 3);
  }

  @Test
  void aTokenNamesOnePersonAndHas128Bits() {
    Escalation e = paged();
    String first = token(links.link(e, e.attempts().getFirst()));
    String second = token(links.link(e, e.attempts().getLast()));

    assertThat(first).hasSize(26).isNotEqualTo(second);
    assertThat(links.holder(e, first, world.clock.now()).orElseThrow().staff())
        .isEqualTo(Story.FIRST);
    assertThat(links.holder(e, second, world.clock.now()).orElseThrow().staff())
        .isEqualTo(Story.SECOND);
    assertThat(links.holder(e, "", world.clock.now())).isEmpty();
    assertThat(links.holder(e, first.substring(1) + "a", world.clock.now())).isEmpty();
  }

  @Test
  void itDiesAfterTwelveHoursAndAtTheEnd() {
    Escalation e = paged();
    String token = token(links.link(e, e.attempts().getFirst()));
    var now = world.clock.now();
    Escalation closed = Escalating.apply(e, new Input.Closed(Story.SECOND, "referred"), now).next();

    assertThat(links.holder(e, token, now.plus(Duration.ofHours(12)).minusSeconds(2))).isPresent();
    assertThat(links.holder(e, token, now.plus(Duration.ofHours(12)))).isEmpty();
    assertThat(links.holder(closed, token, now)).isEmpty();
  }
}
