package org.reachline.contracts.crash;

import java.util.List;

/** What is durable: one thread of texts. */
interface ToyThread {
  /** Adds the text at the end, whether it is there or not. */
  void append(String text);

  boolean contains(String text);

  /** Adds the text at the end unless it is there, in one step. */
  void put(String text);

  default void putAll(List<String> texts) {
    texts.forEach(this::put);
  }
}
