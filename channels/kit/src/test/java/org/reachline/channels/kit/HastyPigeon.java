package org.reachline.channels.kit;

import java.util.Arrays;

/** Compares signatures in a way that stops at the first difference. */
final class HastyPigeon extends Pigeon {
  HastyPigeon() {
    super(Flaw.COMPARES_WITH_ARRAYS_EQUALS);
  }

  @Override
  boolean same(byte[] given, byte[] right) {
    return Arrays.equals(given, right);
  }
}
