package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ReachableTest {
  @Test
  void aBrokerThatDoesNotAnswerIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Reachable.requireKafka("127.0.0.1:1"))
        .withMessage("no Kafka answers at 127.0.0.1:1");
  }

  @Test
  void whatIsNoBrokersAddressIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Reachable.requireKafka("nonsense"))
        .withMessage("no Kafka answers at nonsense");
  }

  @Test
  void aStoreThatDoesNotAnswerIsNamedWithoutItsPassphrase() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Reachable.requireStore("mongodb://sam:heron@127.0.0.1:1/x"))
        .withMessageContaining("no store answers at 127.0.0.1:1")
        .withMessageNotContaining("heron");
  }

  @Test
  void whatIsNoStoresAddressIsSaidWithoutRepeatingIt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Reachable.requireStore("sam:heron@store"))
        .withMessageContaining("MONGODB_URI")
        .withMessageNotContaining("heron");
  }
}
