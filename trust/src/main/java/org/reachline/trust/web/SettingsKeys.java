package org.reachline.trust.web;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * Reads every key of a settings record by itself, records within it too, so that the first mistake
 * does not hide the others. Bounds are the constraints on the record's components.
 */
public final class SettingsKeys {
  private SettingsKeys() {}

  /**
   * One mistake for each key that cannot be read or is out of its bounds, in the record's order.
   * Never quotes a value.
   */
  public static List<String> mistakes(Environment environment, String prefix, Class<?> settings) {
    try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
      return new Reading(Binder.get(environment), validators.getValidator())
          .of(prefix, settings)
          .toList();
    }
  }

  private static String key(String prefix, RecordComponent component) {
    String kebab = component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return prefix + "." + kebab;
  }

  private record Reading(Binder binder, Validator validator) {
    Stream<String> of(String prefix, Class<?> settings) {
      return Arrays.stream(settings.getRecordComponents())
          .flatMap(component -> of(prefix, settings, component));
    }

    private Stream<String> of(String prefix, Class<?> settings, RecordComponent component) {
      String key = key(prefix, component);
      return component.getType().isRecord()
          ? of(key, component.getType())
          : value(key, settings, component);
    }

    private Stream<String> value(String key, Class<?> settings, RecordComponent component) {
      try {
        Bindable<Object> type = Bindable.of(ResolvableType.forType(component.getGenericType()));
        BindResult<Object> bound = binder.bind(key, type);
        return bound.isBound()
            ? outOfBounds(key, settings, component.getName(), bound.get())
            : Stream.of(); // what is not set has its default
      } catch (BindException unreadable) {
        String type = component.getType().getSimpleName();
        return Stream.of(unreadable.getName() + ": cannot be read as " + type);
      }
    }

    private Stream<String> outOfBounds(String key, Class<?> settings, String name, Object value) {
      return validator.validateValue(settings, name, value).stream()
          .map(violation -> key + ": " + violation.getMessage())
          .sorted();
    }
  }
}
