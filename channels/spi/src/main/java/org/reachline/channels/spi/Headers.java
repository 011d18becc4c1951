package org.reachline.channels.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request or reply: several values per name, names ignore case, values of one name
 * keep their order. Immutable. Prints names only, because values hold signatures and tokens.
 */
public final class Headers {
  private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

  private final SortedMap<String, List<String>> values;

  private Headers(SortedMap<String, List<String>> values) {
    this.values = values;
  }

  public static Headers none() {
    return NONE;
  }

  /** Names that differ only in case are joined. */
  public static Headers of(Map<String, List<String>> headers) {
    Headers all = NONE;
    for (var header : headers.entrySet()) {
      for (String value : header.getValue()) {
        all = all.with(header.getKey(), value);
      }
    }
    return all;
  }

  /** These headers and one more value. */
  public Headers with(String name, String value) {
    var copy = copy();
    List<String> before = copy.getOrDefault(name, List.of());
    copy.put(name, Stream.concat(before.stream(), Stream.of(value)).toList());
    return new Headers(copy);
  }

  public Headers without(String name) {
    var copy = copy();
    copy.remove(name);
    return new Headers(copy);
  }

  /** Every value of the name, in order; empty where it is missing. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The first value of the name. For a signature use {@link #all}: two of them are an attack. */
  public Stated<String> first(String name) {
    List<String> found = all(name);
    return found.isEmpty() ? Stated.absent() : Stated.of(found.getFirst());
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(values.keySet());
  }

  private SortedMap<String, List<String>> copy() {
    return new TreeMap<>(values);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Headers headers && values.equals(headers.values);
  }

  @Override
  public int hashCode() {
    return List.copyOf(values.values()).hashCode();
  }

  @Override
  public String toString() {
    return "Headers" + values.keySet();
  }
}
