package org.reachline.contracts.crash;

/** The outside, which hears the answer. */
interface ToyClient {
  void acknowledge(String text);
}
