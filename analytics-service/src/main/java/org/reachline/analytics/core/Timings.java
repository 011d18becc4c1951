package org.reachline.analytics.core;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.PackedHistogram;

/**
 * Times of one cell, in milliseconds up to 30 days with two digits: order-free, and what was added
 * can be taken back. Written as text, because a live one takes far more room.
 */
public final class Timings {
  /** Nothing in it. */
  public static final String NONE = "";

  private static final int DIGITS = 2;
  private final AbstractHistogram histogram;

  private Timings(AbstractHistogram histogram) {
    this.histogram = histogram;
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException if it did not
   */
  public static Timings of(String text) {
    if (text.isEmpty()) {
      return new Timings(empty());
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
      return new Timings(PackedHistogram.decodeFromByteBuffer(bytes, 0));
    } catch (RuntimeException damaged) {
      throw new IllegalArgumentException("not the times of a cell", damaged);
    }
  }

  private static PackedHistogram empty() {
    return new PackedHistogram(1, Amount.LONGEST.toMillis(), DIGITS);
  }

  Timings plus(long millis) {
    histogram.recordValue(millis);
    return this;
  }

  /**
   * Takes back what was added; what was not is left alone, since a count below zero means nothing.
   */
  Timings minus(long millis) {
    if (histogram.getCountAtValue(millis) == 0) {
      return this;
    }
    AbstractHistogram left = empty();
    for (var step : histogram.recordedValues()) {
      long value = step.getValueIteratedTo();
      boolean here = histogram.valuesAreEquivalent(value, millis);
      long count = step.getCountAtValueIteratedTo() - (here ? 1 : 0);
      if (count > 0) {
        left.recordValueWithCount(value, count);
      }
    }
    return new Timings(left);
  }

  /** These and those. */
  Timings with(Timings others) {
    histogram.add(others.histogram);
    return this;
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** The time that so many of a hundred did not exceed. */
  public Duration of100(double percent) {
    return Duration.ofMillis(histogram.getValueAtPercentile(percent));
  }

  /** As it is kept: the same times give the same text, in whatever order they came and went. */
  public String text() {
    if (histogram.getTotalCount() == 0) {
      return NONE;
    }
    ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
    int length = histogram.encodeIntoByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }
}
