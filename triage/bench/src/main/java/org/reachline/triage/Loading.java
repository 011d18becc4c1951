package org.reachline.triage;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Load time in a fresh JVM and, as when rules change, in one that runs; and what the rules keep in
 * memory.
 */
public final class Loading {
  private static final int COPIES = 8;

  private Loading() {}

  public static void main(String[] args) {
    long start = System.nanoTime();
    Rules first = Rules.core();
    long millis = (System.nanoTime() - start) / 1_000_000;
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    List<Rules> kept = new ArrayList<>(List.of(first));
    long before = used();
    long[] again = new long[COPIES];
    for (int i = 0; i < COPIES; i++) {
      long begin = System.nanoTime();
      kept.add(Rules.core());
      again[i] = (System.nanoTime() - begin) / 1_000_000;
    }
    Arrays.sort(again);
    long each = (used() - before) / COPIES;
    System.out.printf(
        "rules %s: %d cues, %d frames, %d phrases%n",
        first.version(), first.cueIds().size(), first.frameCount(), first.phraseCount());
    System.out.printf(
        "loaded in %d ms in a fresh JVM (%d ms of CPU with its start), then in %d ms, %d KB each%n",
        millis, cpu, again[COPIES / 2], each / 1024);
    if (kept.size() != COPIES + 1) {
      throw new IllegalStateException();
    }
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
