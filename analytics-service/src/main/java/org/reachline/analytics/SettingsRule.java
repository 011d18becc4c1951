package org.reachline.analytics;

import java.util.List;
import org.reachline.trust.web.ConfigurationRule;
import org.reachline.trust.web.SettingsKeys;
import org.springframework.core.env.Environment;

/** The mistakes in this service's own settings, for the one message that lists them all. */
final class SettingsRule implements ConfigurationRule {
  @Override
  public List<String> mistakes(Environment environment) {
    return SettingsKeys.mistakes(environment, "reachline.analytics", AnalyticsProperties.class);
  }
}
