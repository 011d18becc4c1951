package org.reachline.channels.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.LineId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines in force, read again when their file changes, without a restart. A file that cannot be
 * read at all leaves the lines before it in force. Safe for any thread.
 */
public final class Lines implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lines.class);

  private final LinesFile reader;
  private final Path file;
  private final ScheduledExecutorService watcher =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lines").factory());
  private final ScheduledFuture<?> watching;
  private volatile LinesFile.Contents contents;
  private volatile long stamp;

  /** Reads the file now, and looks for changes at this interval. */
  public Lines(LinesFile reader, Path file, Duration interval) {
    this.reader = reader;
    this.file = file;
    this.stamp = stampOf(file);
    this.contents = told(reader.read(file));
    this.watching =
        watcher.scheduleWithFixedDelay(
            this::reloadIfChanged, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The line of an id, or null where none of that id can run. */
  public @Nullable ConfiguredLine line(LineId id) {
    return contents.lines().get(id);
  }

  /** Every line that can run. */
  public Collection<ConfiguredLine> all() {
    return contents.lines().values();
  }

  /** What is wrong with the file, for the health page. */
  public List<LineProblem> problems() {
    return contents.problems();
  }

  /** Reads the file again now. */
  public void reload() {
    LinesFile.Contents read = told(reader.read(file));
    boolean unusable = read.lines().isEmpty() && !read.problems().isEmpty();
    contents = unusable ? new LinesFile.Contents(contents.lines(), read.problems()) : read;
  }

  @Override
  public void close() {
    watching.cancel(false);
    watcher.shutdownNow();
  }

  private void reloadIfChanged() {
    long now = stampOf(file);
    if (now != stamp) {
      stamp = now;
      reload();
    }
  }

  private static LinesFile.Contents told(LinesFile.Contents contents) {
    contents.problems().forEach(problem -> LOG.error("{}", problem.text()));
    LOG.info("{} lines can run, {} problems", contents.lines().size(), contents.problems().size());
    return contents;
  }

  private static long stampOf(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file);
    } catch (IOException missing) { // told by the reader
      return -1;
    }
  }
}
