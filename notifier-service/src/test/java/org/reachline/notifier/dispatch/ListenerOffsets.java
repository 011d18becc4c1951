package org.reachline.notifier.dispatch;

/** How far the topics were read. */
interface ListenerOffsets {
  void commit(int upTo);

  void commitReceipts(int upTo);
}
