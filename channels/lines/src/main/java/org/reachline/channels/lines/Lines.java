package org.reachline.channels.lines;

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
 * The lines in force, read again and again without a restart, so that a changed file or a rotated
 * secret counts. A file of which nothing can be used leaves the lines before it in force. Safe for
 * any thread.
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

  /** Reads the file now, and looks for changes at this interval. */
  public Lines(LinesFile reader, Path file, Duration interval) {
    this.reader = reader;
    this.file = file;
    this.contents = told(reader.read(file));
    this.watching =
        watcher.scheduleWithFixedDelay(
            this::reloadQuietly, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
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
    LinesFile.Contents read = reader.read(file);
    boolean unusable = read.lines().isEmpty() && !read.problems().isEmpty();
    LinesFile.Contents next =
        unusable ? new LinesFile.Contents(contents.lines(), read.problems()) : read;
    if (!next.equals(contents)) {
      contents = told(next);
    }
  }

  @Override
  public void close() {
    watching.cancel(false);
    watcher.shutdownNow();
  }

  /** A watcher that failed once would never look again. */
  private void reloadQuietly() {
    try {
      reload();
    } catch (RuntimeException surprise) {
      LOG.error("the lines file could not be looked at: {}", surprise.getClass().getSimpleName());
    }
  }

  private static LinesFile.Contents told(LinesFile.Contents contents) {
    contents.problems().forEach(problem -> LOG.error("{}", problem.text()));
    LOG.info("{} lines can run, {} problems", contents.lines().size(), contents.problems().size());
    return contents;
  }
}
