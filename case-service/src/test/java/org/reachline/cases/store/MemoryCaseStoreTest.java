package org.reachline.cases.store;

import org.reachline.cases.World;

class MemoryCaseStoreTest extends CaseStoreContract {
  @Override
  CaseStore store() {
    return new MemoryCaseStore(() -> World.START);
  }
}
