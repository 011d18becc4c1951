package org.reachline.notifier;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.reachline.trust.web.ConfigurationRule;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The mistakes in this service's own settings, for the one message that lists them all. */
final class SettingsRule implements ConfigurationRule {
  static final String LINES = "reachline.lines";
  private static final String PREFIX = "reachline.notifier";
  private static final String ON_CALL = PREFIX + ".on-call";

  @Override
  public List<String> mistakes(Environment environment) {
    List<String> mistakes = new ArrayList<>();
    if (environment.getProperty(LINES, "").isBlank()) {
      mistakes.add(LINES + ": is missing; the lines file");
    }
    if (environment.getProperty(ON_CALL, "").isBlank()) {
      mistakes.add(ON_CALL + ": is missing; the on-call file, which says whom a crisis pages");
    }
    mistakes.addAll(values(environment));
    return mistakes;
  }

  private static List<String> values(Environment environment) {
    try {
      return violations(Binder.get(environment).bindOrCreate(PREFIX, NotifierProperties.class));
    } catch (BindException unreadable) {
      String type = unreadable.getTarget().getType().resolve(Object.class).getSimpleName();
      return List.of(unreadable.getName() + ": cannot be read as " + type);
    }
  }

  private static List<String> violations(NotifierProperties properties) {
    try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
      return validators.getValidator().validate(properties).stream()
          .map(v -> PREFIX + "." + kebab(v.getPropertyPath().toString()) + ": " + v.getMessage())
          .sorted()
          .toList();
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
