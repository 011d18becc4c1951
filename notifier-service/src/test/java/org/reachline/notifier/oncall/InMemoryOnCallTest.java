package org.reachline.notifier.oncall;

import org.junit.jupiter.api.Nested;

/** The stores the stories and the crash enumeration run on keep to the same contracts. */
class InMemoryOnCallTest {
  @Nested
  class Escalations extends EscalationStoreContract {
    @Override
    EscalationStore store() {
      return new InMemoryEscalationStore();
    }
  }

  @Nested
  class Ports extends OnCallPortsContract {
    @Override
    EscalationStore escalations() {
      return new InMemoryEscalationStore();
    }

    @Override
    PageCodes codes(EscalationStore escalations) {
      return new InMemoryPageCodes(escalations);
    }

    @Override
    OptOuts optOuts() {
      return new InMemoryOptOuts();
    }

    @Override
    HeardReplies heard() {
      return new InMemoryHeardReplies();
    }
  }
}
