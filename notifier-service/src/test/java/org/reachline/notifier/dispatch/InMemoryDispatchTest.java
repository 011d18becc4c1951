package org.reachline.notifier.dispatch;

/** The stores the crash enumeration of dispatch runs on keep to the same contracts. */
class InMemoryDispatchTest extends DispatchPortsContract {
  @Override
  SendLedger ledger() {
    return new InMemorySendLedger();
  }

  @Override
  Gates gates() {
    return new InMemoryGates();
  }

  @Override
  ParkedReceipts parked() {
    return new InMemoryParkedReceipts();
  }
}
