package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * The settings a line of this kind has. Exactly one field is the line's own address.
 *
 * @param fields in the order a person should fill them in
 * @param auth what authenticates requests
 */
public record ConfigSpec(List<Field> fields, AuthRule auth) {
  public ConfigSpec {
    fields = List.copyOf(fields);
    requireNonNull(auth);
    if (fields.stream().filter(f -> f.type() == Type.ADDRESS).count() != 1) {
      throw new IllegalArgumentException("exactly one field is the line's address");
    }
  }

  /** What a field holds. {@code ADDRESS} is the line's own address and becomes its key. */
  public enum Type {
    TEXT,
    ADDRESS,
    URL,
    SECRET
  }

  /**
   * One setting.
   *
   * @param name in camel case, as the lines file spells it
   * @param fallback used where the field is left out; absent and not optional means required
   * @param optional may be left out although there is no fallback
   * @param help one sentence for the person who fills it in
   */
  public record Field(
      String name, Type type, Stated<String> fallback, boolean optional, String help) {
    public Field {
      requireNonNull(name);
      requireNonNull(type);
      requireNonNull(fallback);
      requireNonNull(help);
    }

    public static Field required(String name, Type type, String help) {
      return new Field(name, type, Stated.absent(), false, help);
    }

    public static Field optional(String name, Type type, String help) {
      return new Field(name, type, Stated.absent(), true, help);
    }

    public static Field withDefault(String name, Type type, String fallback, String help) {
      return new Field(name, type, Stated.of(fallback), false, help);
    }

    public boolean secret() {
      return type == Type.SECRET;
    }
  }

  /** One thing wrong with a line: which field, and a stable code. Never quotes the value. */
  public record Mistake(String field, String code) {}

  /** The outcome of {@link #read}. */
  public sealed interface Reading {
    /** The line can start. */
    record Usable(ChannelConfig config) implements Reading {}

    /** The line must not start; everything wrong with it, at once. */
    record Wrong(List<Mistake> mistakes) implements Reading {
      public Wrong {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /**
   * Checks what a person wrote. Codes: {@code missing}, {@code empty}, {@code unknown-field},
   * {@code not-a-url}, {@code no-secret} (none of the fields that could authenticate is set).
   *
   * @param settings field name to value; secrets already resolved from their references
   */
  public Reading read(ChannelType type, Map<String, String> settings) {
    return new ConfigReader(this, type, settings).read();
  }
}
