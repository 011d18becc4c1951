package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a provider may leave out. Deconstructs in a pattern, as {@code Optional} does not.
 * Its {@code toString} never prints the value, which may be personal.
 *
 * @param <T> the type of the fact
 */
public sealed interface Stated<T> {
  /** The provider said so. */
  record Is<T>(T value) implements Stated<T> {
    public Is {
      requireNonNull(value);
    }

    @Override
    public String toString() {
      return "Is(" + value.getClass().getSimpleName() + ")";
    }
  }

  /** The provider did not say. */
  record Absent<T>() implements Stated<T> {}

  static <T> Stated<T> of(T value) {
    return new Is<>(value);
  }

  static <T> Stated<T> absent() {
    return new Absent<>();
  }

  /** For the rim, where a missing thing is a null. */
  static <T> Stated<T> ofNullable(@Nullable T value) {
    return value == null ? new Absent<>() : new Is<>(value);
  }

  /** The value, or the given one where nothing was stated. */
  default T orElse(T other) {
    return switch (this) {
      case Is<T>(T value) -> value;
      case Absent<T>() -> other;
    };
  }

  /** Zero or one element. */
  default Stream<T> stream() {
    return switch (this) {
      case Is<T>(T value) -> Stream.of(value);
      case Absent<T>() -> Stream.empty();
    };
  }

  default <R> Stated<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Is<T>(T value) -> new Is<>(change.apply(value));
      case Absent<T>() -> new Absent<>();
    };
  }
}
