package org.reachline.trust.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * Reads every key of a settings record by itself, so that the first unreadable value does not hide
 * the others.
 */
public final class SettingsKeys {
  private SettingsKeys() {}

  /** One mistake for each key of the record that cannot be read. Never quotes a value. */
  public static List<String> unreadable(Environment environment, String prefix, Class<?> settings) {
    Binder binder = Binder.get(environment);
    return Arrays.stream(settings.getRecordComponents())
        .flatMap(component -> unreadable(binder, prefix, component))
        .toList();
  }

  /** How a component is spelled in the configuration. */
  public static String key(String prefix, String component) {
    return prefix + "." + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static Stream<String> unreadable(
      Binder binder, String prefix, RecordComponent component) {
    String key = key(prefix, component.getName());
    try {
      binder.bind(key, Bindable.of(ResolvableType.forType(component.getGenericType())));
      return Stream.of();
    } catch (BindException unreadable) {
      String type = component.getType().getSimpleName();
      return Stream.of(unreadable.getName() + ": cannot be read as " + type);
    }
  }
}
