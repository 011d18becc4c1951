package org.reachline.analytics.insights;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.reachline.analytics.core.Figures;
import org.reachline.analytics.core.Phrase;
import org.reachline.analytics.core.Tile;
import org.springframework.context.MessageSource;

/** A tile as the view {@code insights} wants it, its phrases in the reader's language. */
public record ShownTile(
    String key,
    String value,
    String unit,
    String findingKey,
    List<String> findingArgs,
    String kind,
    String state,
    String spark,
    Instant asOf,
    long count,
    int hidden,
    boolean alarm,
    List<String> columns,
    List<List<String>> rows) {

  static ShownTile of(Tile tile, Figures figures, MessageSource words, Locale locale) {
    return new ShownTile(
        tile.key(),
        tile.value(),
        tile.unit(),
        tile.finding().key(),
        tile.finding().args().stream().map(arg -> said(arg, words, locale)).toList(),
        code(tile.kind()),
        code(figures.state()),
        tile.spark(),
        figures.asOf(),
        tile.count(),
        tile.hidden(),
        tile.alarm(),
        tile.columns(),
        tile.rows().stream().map(row -> said(row, words, locale)).toList());
  }

  private static List<String> said(List<Phrase> row, MessageSource words, Locale locale) {
    return row.stream().map(phrase -> said(phrase, words, locale)).toList();
  }

  private static String said(Phrase phrase, MessageSource words, Locale locale) {
    return switch (phrase) {
      case Phrase.Text(var text) -> text;
      case Phrase.Words(var key, var args) ->
          words.getMessage(
              key, args.stream().map(arg -> said(arg, words, locale)).toArray(), locale);
    };
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
