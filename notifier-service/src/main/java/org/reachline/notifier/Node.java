package org.reachline.notifier;

import java.lang.management.ManagementFactory;
import java.util.UUID;

/** What this process calls itself in leases. */
public final class Node {
  private Node() {}

  /** Never the same twice: two containers may have one host name and one process id. */
  public static String name() {
    String process = ManagementFactory.getRuntimeMXBean().getName();
    return process + "/" + UUID.randomUUID().toString().substring(0, 8);
  }
}
