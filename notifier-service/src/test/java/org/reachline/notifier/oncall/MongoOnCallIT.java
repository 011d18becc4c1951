package org.reachline.notifier.oncall;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.notifier.StoreUnderTest;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;

/** The same contracts on a real store. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class MongoOnCallIT {
  private static StoreUnderTest stores;

  @BeforeAll
  static void connect(Backbone backbone) {
    stores = new StoreUnderTest(backbone);
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Nested
  class Escalations extends EscalationStoreContract {
    @Override
    EscalationStore store() {
      return new MongoEscalationStore(stores.empty());
    }
  }

  @Nested
  class Ports extends OnCallPortsContract {
    @Override
    EscalationStore escalations() {
      return new MongoEscalationStore(stores.empty());
    }

    @Override
    PageCodes codes(EscalationStore escalations) {
      return new MongoPageCodes(stores.empty(), escalations);
    }

    @Override
    OptOuts optOuts() {
      return new MongoOptOuts(stores.empty());
    }

    @Override
    HeardReplies heard() {
      return new MongoHeardReplies(stores.empty());
    }
  }
}
