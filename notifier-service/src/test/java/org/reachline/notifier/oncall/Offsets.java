package org.reachline.notifier.oncall;

/** How far the topic of crises was read. */
interface Offsets {
  void commit(int upTo);
}
