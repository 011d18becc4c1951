package org.reachline.channels.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Statuses in any order end in the same state. */
class DeliveryStatusTest {
  private static final DeliveryStatus FAILED = new DeliveryStatus.Failed(Stated.absent());
  private static final List<DeliveryStatus> ALL =
      List.of(
          new DeliveryStatus.Unknown(),
          new DeliveryStatus.Queued(),
          new DeliveryStatus.Sent(),
          new DeliveryStatus.Delivered(),
          new DeliveryStatus.Read(),
          FAILED);

  @Test
  void mergingIsForwardOnlyInAnyOrder() {
    for (DeliveryStatus one : ALL) {
      for (DeliveryStatus other : ALL) {
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
        assertThat(one.merge(other).rank()).isEqualTo(Math.max(one.rank(), other.rank()));
      }
    }
  }

  @Test
  void failedIsFinal() {
    assertThat(ALL).allSatisfy(next -> assertThat(FAILED.merge(next)).isEqualTo(FAILED));
  }
}
