package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.reachline.standalone.OneTimeLinks.State;

class OneTimeLinksTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-17T04:12:07Z"));
  private final OneTimeLinks links = new OneTimeLinks(now::get);

  @Test
  void aLinkWorksOnceHoweverOftenItIsLookedAt() {
    String token = links.issue();

    assertThat(links.stateOf(token)).isEqualTo(State.READY);
    assertThat(links.stateOf(token)).isEqualTo(State.READY);
    assertThat(links.use(token)).isEqualTo(State.READY);
    assertThat(links.use(token)).isEqualTo(State.USED);
    assertThat(links.stateOf(token)).isEqualTo(State.USED);
  }

  @Test
  void aLinkIsGoodForHalfAnHour() {
    String token = links.issue();

    now.updateAndGet(t -> t.plus(Duration.ofMinutes(30)));

    assertThat(links.use(token)).isEqualTo(State.EXPIRED);
  }

  @Test
  void aGuessedTokenOpensNothing() {
    assertThat(links.use("guess")).isEqualTo(State.EXPIRED);
    assertThat(links.issue()).hasSize(43).isNotEqualTo(links.issue());
  }
}
