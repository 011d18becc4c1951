package org.reachline.contracts.crash;

/** How far the input was read. */
interface ToyOffsets {
  void commit(String text);
}
