package org.reachline.channels.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** Everything that an action writes to the standard streams and to the JDK's log. */
final class Output {
  private Output() {}

  static String of(Runnable action) {
    var bytes = new ByteArrayOutputStream();
    var stream = new PrintStream(bytes, true, UTF_8);
    var handler = new StreamHandler(stream, new SimpleFormatter());
    handler.setLevel(Level.ALL);
    PrintStream out = System.out;
    PrintStream err = System.err;
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    System.setOut(stream);
    System.setErr(stream);
    try {
      action.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
      root.removeHandler(handler);
      handler.flush();
    }
    return bytes.toString(UTF_8);
  }
}
