package org.reachline.standalone;

import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;

/** The log's loudest lines, which a person at the shell sees too. */
final class ConsoleLog {
  private static final String LOGGER = "org.reachline";
  private static final String APPENDER = "CONSOLE";

  private ConsoleLog() {}

  /** From now on they go to the file only: what complains during a stop does so because of it. */
  static void silence() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
      boolean _ = logs.getLogger(LOGGER).detachAppender(APPENDER);
    }
  }
}
