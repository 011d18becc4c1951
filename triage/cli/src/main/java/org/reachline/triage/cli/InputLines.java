package org.reachline.triage.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a stream as bytes: one that is no UTF-8, or far too long, hides no other. Ends are LF,
 * CR or both.
 */
final class InputLines {
  /** No channel carries a longer message; what is longer is not kept in memory. */
  static final int LONGEST = 1 << 23;

  private static final int END = -1;

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;
  private boolean afterReturn;
  private int number;

  InputLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    line.reset();
    tooLong = false;
    number++;
    int first = in.read();
    if (first == '\n' && afterReturn) {
      first = in.read();
    }
    afterReturn = false;
    int b = first;
    while (b != END && b != '\n' && b != '\r') {
      keep(b);
      b = in.read();
    }
    afterReturn = b == '\r';
    return first != END;
  }

  private void keep(int b) {
    tooLong |= line.size() >= LONGEST;
    if (!tooLong) {
      line.write(b);
    }
  }

  byte[] bytes() {
    return line.toByteArray();
  }

  /** Whether only the start of the line was kept. */
  boolean isTooLong() {
    return tooLong;
  }

  /** Of this line, from 1. */
  int number() {
    return number;
  }

  /** Whether whoever writes may be waiting for an answer. */
  boolean isIdle() throws IOException {
    return in.available() == 0;
  }
}
