package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One tile of the dashboard: a figure, what it says in a sentence, and the table it is a view of.
 *
 * @param key names the tile
 * @param value the figure, ready to show
 * @param unit a code, or empty
 * @param finding the sentence
 * @param spark points of a line in 100 by 24, or empty
 * @param count how many were counted
 * @param hidden how many cells of the table are hidden because they are too few people
 * @param alarm whether somebody should act
 * @param columns codes of the table's columns
 */
public record Tile(
    String key,
    String value,
    String unit,
    Phrase.Words finding,
    Measure.Kind kind,
    String spark,
    long count,
    int hidden,
    boolean alarm,
    List<String> columns,
    List<List<Phrase>> rows) {
  public Tile {
    requireNonNull(key, "key");
    requireNonNull(value, "value");
    requireNonNull(unit, "unit");
    requireNonNull(finding, "finding");
    requireNonNull(kind, "kind");
    requireNonNull(spark, "spark");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The same with another table. */
  Tile withTable(List<String> others, List<List<Phrase>> otherRows, int hiddenCells) {
    return new Tile(
        key, value, unit, finding, kind, spark, count, hiddenCells, alarm, others, otherRows);
  }
}
