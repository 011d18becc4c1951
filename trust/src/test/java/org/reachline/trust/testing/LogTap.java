package org.reachline.trust.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.MessageFormatter;

/**
 * Reads every log line as if all loggers stood at debug, without printing more than before. A
 * logger whose level is set by name keeps it: that is how production closes the talkative ones.
 * Survives a reset of the logging system, such as Boot's at start.
 */
final class LogTap extends TurboFilter implements LoggerContextListener {
  private static final int ENOUGH_TO_SCAN = 1 << 20;
  private static final LogTap ONE = new LogTap();

  private final StringBuilder unread = new StringBuilder();
  private final List<String> found = new ArrayList<>();
  private final Map<String, Boolean> heard = new ConcurrentHashMap<>();

  private LogTap() {}

  static void open() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    if (!context.getTurboFilterList().contains(ONE)) {
      ONE.start();
      context.addListener(ONE);
      context.addTurboFilter(ONE);
    }
  }

  static void close() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.getTurboFilterList().remove(ONE);
    context.removeListener(ONE);
  }

  /** Fails if a canary was logged since the last check. */
  static void check() {
    List<String> found = ONE.takeFound();
    if (!found.isEmpty()) {
      throw new AssertionError("logged in the clear: " + String.join("; ", found));
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] arguments,
      @Nullable Throwable failure) {
    if (!hears(logger, level)) {
      return FilterReply.NEUTRAL;
    }
    if (format == null && failure == null) {
      return FilterReply.ACCEPT; // "is debug on?": yes, so that the line is made
    }
    keep(logger, MessageFormatter.arrayFormat(format, arguments, failure).getMessage(), failure);
    return printed(logger, level);
  }

  @Override
  public FilterReply decide(Logger logger, LoggingEvent event) {
    Level level = Level.convertAnSLF4JLevel(event.getLevel());
    if (!hears(logger, level)) {
      return FilterReply.NEUTRAL;
    }
    String message =
        MessageFormatter.basicArrayFormat(event.getMessage(), event.getArgumentArray());
    keep(logger, message + " " + event.getKeyValuePairs(), event.getThrowable());
    return printed(logger, level);
  }

  private boolean hears(Logger logger, Level level) {
    boolean atDebug = level.isGreaterOrEqual(Level.DEBUG);
    return atDebug
        && (level.isGreaterOrEqual(logger.getEffectiveLevel())
            || heard.computeIfAbsent(logger.getName(), _ -> !isSetByName(logger)));
  }

  /** Printed as it would have been without us. */
  private static FilterReply printed(Logger logger, Level level) {
    return level.isGreaterOrEqual(logger.getEffectiveLevel())
        ? FilterReply.NEUTRAL
        : FilterReply.DENY;
  }

  private static boolean isSetByName(Logger logger) {
    LoggerContext context = logger.getLoggerContext();
    for (String name = logger.getName(); !name.isEmpty(); name = parent(name)) {
      Logger one = context.exists(name);
      if (one != null && one.getLevel() != null && !name.equals(Logger.ROOT_LOGGER_NAME)) {
        return true;
      }
    }
    return false;
  }

  private static String parent(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private synchronized void keep(
      Logger logger, @Nullable String message, @Nullable Throwable failure) {
    unread.append(logger.getName()).append(' ').append(message).append(' ');
    unread.append(MDC.getCopyOfContextMap()).append('\n');
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      unread.append(cause).append('\n');
    }
    if (unread.length() > ENOUGH_TO_SCAN) {
      scan();
    }
  }

  private synchronized List<String> takeFound() {
    scan();
    List<String> taken = List.copyOf(found);
    found.clear();
    return taken;
  }

  /** Line by line only where the whole has something. */
  private void scan() {
    String all = unread.toString();
    unread.setLength(0);
    if (CanaryScan.found(all.getBytes(StandardCharsets.UTF_8)).isEmpty()) {
      return;
    }
    for (String line : all.split("\n", -1)) {
      List<String> canaries = CanaryScan.found(line.getBytes(StandardCharsets.UTF_8));
      if (!canaries.isEmpty()) {
        found.add(canaries + " in: " + line);
      }
    }
  }

  @Override
  public boolean isResetResistant() {
    return true;
  }

  @Override
  public void onReset(LoggerContext context) {
    heard.clear();
    context.addTurboFilter(this);
  }

  @Override
  public void onLevelChange(Logger logger, Level level) {
    heard.clear();
  }

  @Override
  public void onStart(LoggerContext context) {
    heard.clear();
  }

  @Override
  public void onStop(LoggerContext context) {
    heard.clear();
  }
}
