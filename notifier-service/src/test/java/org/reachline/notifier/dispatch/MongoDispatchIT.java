package org.reachline.notifier.dispatch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.embedded.Backbone;
import org.reachline.embedded.WithBackbone;
import org.reachline.notifier.StoreUnderTest;
import org.reachline.trust.testing.Canaries;
import org.reachline.trust.testing.TwoAgencies;

/** The dispatch contracts on a real store. */
@WithBackbone
@ExtendWith({TwoAgencies.class, Canaries.class})
class MongoDispatchIT extends DispatchPortsContract {
  private static StoreUnderTest stores;

  @BeforeAll
  static void connect(Backbone backbone) {
    stores = new StoreUnderTest(backbone);
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  @Override
  SendLedger ledger() {
    return new MongoSendLedger(stores.empty());
  }

  @Override
  Gates gates() {
    return new MongoGates(stores.empty());
  }

  @Override
  ParkedReceipts parked() {
    return new MongoParkedReceipts(stores.empty());
  }
}
