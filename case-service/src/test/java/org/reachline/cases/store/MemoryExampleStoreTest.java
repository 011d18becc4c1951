package org.reachline.cases.store;

class MemoryExampleStoreTest extends ExampleStoreContract {
  @Override
  ExampleStore store() {
    return new MemoryExampleStore();
  }
}
