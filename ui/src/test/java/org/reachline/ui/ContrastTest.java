package org.reachline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every pair of colours that carries text, by the WCAG formula, read from the style sheets
 * themselves.
 */
class ContrastTest {

  private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9A-F]{6});");

  private static final List<String> TEXT_PAIRS =
      List.of(
          "text bg",
          "text surface",
          "text sunken",
          "muted bg",
          "muted surface",
          "muted sunken",
          "muted brand-soft",
          "muted imminent-soft",
          "muted elevated-soft",
          "text brand-soft",
          "text imminent-soft",
          "text high-soft",
          "text elevated-soft",
          "text ok-soft",
          "text info-soft",
          "text unassessed-soft",
          "brand bg",
          "brand surface",
          "brand brand-soft",
          "brand-ink brand",
          "imminent-ink imminent",
          "imminent imminent-soft",
          "imminent bg",
          "imminent surface",
          "high-ink high",
          "high high-soft",
          "elevated elevated-soft",
          "elevated surface",
          "low low-soft",
          "unassessed unassessed-soft",
          "ok ok-soft",
          "ok surface",
          "info info-soft");

  private static final List<String> CONTROL_PAIRS =
      List.of("edge surface", "edge bg", "brand surface", "imminent bg", "high bg", "elevated bg");

  private static final List<String> NIGHT_PAIRS =
      List.of(
          "night-text night-bg",
          "night-text night-card",
          "night-dim night-bg",
          "night-dim night-card",
          "night-level night-bg",
          "night-ink night-button");

  @Test
  void lightTextCanBeRead() {
    assertPairs(tokens("tokens.css", 0), TEXT_PAIRS, 4.5);
    assertPairs(tokens("tokens.css", 0), CONTROL_PAIRS, 3);
  }

  @Test
  void darkTextCanBeRead() {
    assertPairs(tokens("tokens.css", 1), TEXT_PAIRS, 4.5);
    assertPairs(tokens("tokens.css", 1), CONTROL_PAIRS, 3);
  }

  @Test
  void moreContrastIsMore() {
    var light = new HashMap<>(tokens("tokens.css", 0));
    light.putAll(tokens("tokens.css", 2));
    var dark = new HashMap<>(tokens("tokens.css", 1));
    dark.putAll(tokens("tokens.css", 3));

    assertPairs(light, TEXT_PAIRS, 4.5);
    assertPairs(dark, TEXT_PAIRS, 4.5);
    assertThat(contrast(colour(light, "muted"), colour(light, "bg"))).isEqualTo(21);
  }

  @Test
  void nightTextCanBeRead() {
    assertPairs(tokens("night.css", 0), NIGHT_PAIRS, 7);
    assertPairs(tokens("night.css", 0), List.of("night-edge night-bg"), 3);
    assertPairs(
        tokens("demo.css", 0),
        List.of("night-text night", "night-dim night", "night-ink night-button"),
        7);
  }

  @Test
  void formulaAgreesWithKnownValues() {
    assertThat(contrast("#FFFFFF", "#000000")).isEqualTo(21);
    assertThat(contrast("#777777", "#FFFFFF")).isBetween(4.47, 4.49);
  }

  private static void assertPairs(Map<String, String> colours, List<String> pairs, double least) {
    for (String pair : pairs) {
      String[] names = pair.split(" ", -1);
      assertThat(contrast(colour(colours, names[0]), colour(colours, names[1])))
          .as(pair)
          .isGreaterThanOrEqualTo(least);
    }
  }

  /** The tokens of the nth block that holds any. */
  private static Map<String, String> tokens(String file, int nth) {
    String[] blocks = Resources.read(Resources.STATIC.resolve(file)).split("}", -1);
    int seen = 0;
    for (String block : blocks) {
      var found = new HashMap<String, String>();
      TOKEN.matcher(block).results().forEach(m -> found.put(m.group(1), m.group(2)));
      if (!found.isEmpty() && seen++ == nth) {
        return found;
      }
    }
    throw new AssertionError(file + " has no block " + nth);
  }

  private static String colour(Map<String, String> colours, String name) {
    String colour = colours.get(name);
    if (colour == null) {
      throw new AssertionError("no colour " + name);
    }
    return colour;
  }

  private static double contrast(String a, String b) {
    double x = luminance(a);
    double y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double c = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
