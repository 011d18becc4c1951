package org.reachline.analytics.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.reachline.contracts.AgencyId;

/**
 * Which figure, written {@code agency|measure@version|grain|bucket|dims}. The bucket of time is
 * part of the key, so late news find their cell however old it is.
 *
 * @param measure id and version, also of one this reader does not know
 * @param bucket where the bucket begins
 * @param dims codes, sorted
 */
public record CellKey(
    AgencyId agency, String measure, Grain grain, Instant bucket, SortedMap<String, String> dims) {
  public CellKey {
    requireNonNull(agency, "agency");
    requireNonNull(measure, "measure");
    requireNonNull(grain, "grain");
    requireNonNull(bucket, "bucket");
    dims = Collections.unmodifiableSortedMap(new TreeMap<>(dims));
  }

  static CellKey of(
      AgencyId agency, Measure measure, Grain grain, Instant bucket, Map<String, String> dims) {
    return new CellKey(agency, measure.id(), grain, bucket, new TreeMap<>(dims));
  }

  /** Reads what {@link #text} wrote. */
  public static CellKey parse(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 5) {
      throw new IllegalArgumentException("not the key of a cell");
    }
    return new CellKey(
        new AgencyId(parts[0]),
        parts[1],
        Grain.of(parts[2]),
        Instant.parse(parts[3]),
        dims(parts[4]));
  }

  private static SortedMap<String, String> dims(String text) {
    SortedMap<String, String> dims = new TreeMap<>();
    if (!text.isEmpty()) {
      for (String pair : text.split(",", -1)) {
        int is = pair.indexOf('=');
        dims.put(pair.substring(0, is), pair.substring(is + 1));
      }
    }
    return dims;
  }

  /** As it stands in topics and stores. */
  public String text() {
    return agency.value() + "|" + withinAgency();
  }

  /** The id of its document, which begins with the agency like every id. */
  public String documentId() {
    return agency.value() + "." + withinAgency();
  }

  private String withinAgency() {
    StringJoiner pairs = new StringJoiner(",");
    dims.forEach((name, code) -> pairs.add(name + "=" + code));
    return measure + "|" + grain.code() + "|" + bucket + "|" + pairs;
  }

  public boolean is(Measure wanted, Grain of) {
    return grain == of && measure.equals(wanted.id());
  }

  @Override
  public String toString() {
    return text();
  }
}
