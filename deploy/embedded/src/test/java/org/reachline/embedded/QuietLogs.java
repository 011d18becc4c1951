package org.reachline.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps the servers' own chatter out of test output, where Logback is the back end. */
final class QuietLogs {
  private static final List<String> CHATTY =
      List.of(
          "kafka",
          "org.apache.kafka",
          "state.change.logger",
          "de.bwaldvogel",
          "io.netty",
          "org.mongodb.driver",
          "org.testcontainers",
          "com.github.dockerjava");
  private static final List<String> WARNING_AT_EACH_START =
      List.of(
          "org.apache.kafka.clients.NetworkClient",
          "org.apache.kafka.controller.QuorumController",
          "de.bwaldvogel.mongo.MongoServer");

  private QuietLogs() {}

  static void apply() {
    if (LoggerFactory.getILoggerFactory().getClass().getName().startsWith("ch.qos.logback")) {
      CHATTY.forEach(logger -> WithLogback.set(logger, "WARN"));
      WARNING_AT_EACH_START.forEach(logger -> WithLogback.set(logger, "ERROR"));
    }
  }

  /** Loaded only where Logback is there. */
  private static final class WithLogback {
    static void set(String logger, String level) {
      ((Logger) LoggerFactory.getLogger(logger)).setLevel(Level.valueOf(level));
    }
  }
}
