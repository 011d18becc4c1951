package org.reachline.analytics.insights;

/** The store in memory keeps the contract. */
class InMemoryCellsTest extends CellStoreContract {
  @Override
  CellStore store() {
    return new InMemoryCells();
  }
}
