package org.reachline.triage.cli;

import java.util.Locale;

/** So many of so many, with its Wilson interval of 95 %. */
record Share(int hits, int of) {
  private static final double Z = 1.959964;

  double value() {
    return of == 0 ? Double.NaN : (double) hits / of;
  }

  double low() {
    return hits == 0 ? 0 : Math.max(0, centre() - margin());
  }

  double high() {
    return hits == of ? 1 : Math.min(1, centre() + margin());
  }

  private double centre() {
    return (value() + Z * Z / (2 * of)) / (1 + Z * Z / of);
  }

  private double margin() {
    double spread = value() * (1 - value()) / of + Z * Z / (4.0 * of * of);
    return Z * Math.sqrt(spread) / (1 + Z * Z / of);
  }

  String describe() {
    return of == 0
        ? "      -"
        : String.format(Locale.ROOT, "%.3f [%.2f-%.2f] %d/%d", value(), low(), high(), hits, of);
  }

  String perThousand() {
    return of == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.2f [%.2f-%.2f] %d/%d",
            1000 * value(),
            1000 * low(),
            1000 * high(),
            hits,
            of);
  }
}
