package org.reachline.notifier;

import java.util.ArrayList;
import java.util.List;
import org.reachline.trust.web.ConfigurationRule;
import org.reachline.trust.web.SettingsKeys;
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
    mistakes.addAll(SettingsKeys.mistakes(environment, PREFIX, NotifierProperties.class));
    return mistakes;
  }
}
