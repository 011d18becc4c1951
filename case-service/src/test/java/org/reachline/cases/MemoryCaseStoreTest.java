package org.reachline.cases;

class MemoryCaseStoreTest extends CaseStoreContract {
  @Override
  CaseStore store() {
    return new MemoryCaseStore(() -> World.START);
  }
}
