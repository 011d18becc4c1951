package org.reachline.cases.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.MessageId;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

class SamplingTest {
  private static final int MANY = 20_000;
  private final Planted planted = TwoAgencies.planted();

  private List<MessageId> messages() {
    return IntStream.range(0, MANY)
        .mapToObj(i -> planted.ids().message(planted.line(Planted.HARBOR), "SM" + i))
        .toList();
  }

  @Test
  void atLeastOneMessageInAHundredIsPickedAndNotManyMore() {
    Sampling sampling = new Sampling(planted.ids(), 70);

    long picked = messages().stream().filter(sampling::picks).count();

    assertThat(picked).isBetween(MANY / 100L, MANY * 2 / 100L);
  }

  @Test
  void aReplayPicksTheSameMessages() {
    List<MessageId> messages = messages();

    List<MessageId> first =
        messages.stream().filter(new Sampling(planted.ids(), 70)::picks).toList();
    List<MessageId> again =
        messages.stream().filter(new Sampling(planted.ids(), 70)::picks).toList();

    assertThat(again).isEqualTo(first).isNotEmpty();
  }

  @Test
  void oneInOneIsEveryMessage() {
    assertThat(messages().stream().limit(50)).allMatch(new Sampling(planted.ids(), 1)::picks);
  }
}
