package org.reachline.standalone;

import java.io.PrintStream;

/** What a person at the shell reads. The one place that prints. */
record Terminal(PrintStream out, PrintStream err) {

  /** The process's own. */
  static Terminal ofProcess() {
    return new Terminal(System.out, System.err);
  }

  void say(String line) {
    out.println(line);
  }

  void complain(String line) {
    err.println("reachline: " + line);
  }
}
