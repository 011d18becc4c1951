package org.reachline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@WithBackbone(ownBroker = true)
class OwnBrokerIT {
  @Test
  void aClassMayHaveABrokerOfItsOwn(Backbone backbone) {
    try (Shared shared = new Shared()) {
      assertThat(backbone.bootstrapServers()).isNotEqualTo(shared.broker().bootstrapServers());
    }
  }
}
