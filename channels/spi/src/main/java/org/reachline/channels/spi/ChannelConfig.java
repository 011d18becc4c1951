package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The checked settings of one line. Made by {@link ConfigSpec#read}, so an adapter finds every
 * required field filled and every secret non-empty. Prints the names of its fields only.
 *
 * @param channel the line
 * @param fields the open settings
 * @param secrets the others
 */
public record ChannelConfig(
    ChannelKey channel, Map<String, String> fields, Map<String, Secret> secrets) {
  public ChannelConfig {
    requireNonNull(channel);
    fields = Map.copyOf(fields);
    secrets = Map.copyOf(secrets);
  }

  /**
   * A required field, or one with a default.
   *
   * @throws IllegalStateException when the specification does not guarantee the field
   */
  public String text(String field) {
    return found(field, fields.get(field));
  }

  /** A field that may be left out. */
  public Stated<String> find(String field) {
    return Stated.ofNullable(fields.get(field));
  }

  /**
   * A required secret.
   *
   * @throws IllegalStateException when the specification does not guarantee the field
   */
  public Secret secret(String field) {
    return found(field, secrets.get(field));
  }

  /** A secret that may be left out because another one authenticates. */
  public Stated<Secret> findSecret(String field) {
    return Stated.ofNullable(secrets.get(field));
  }

  private static <T> T found(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("not configured: " + field);
    }
    return value;
  }

  @Override
  public String toString() {
    return "ChannelConfig[%s, %s, secret %s]"
        .formatted(channel, new TreeSet<>(fields.keySet()), new TreeSet<>(secrets.keySet()));
  }
}
