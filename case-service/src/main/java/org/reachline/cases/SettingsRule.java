package org.reachline.cases;

import java.util.ArrayList;
import java.util.List;
import org.reachline.cases.reading.TriageProperties;
import org.reachline.trust.web.ConfigurationRule;
import org.reachline.trust.web.SettingsKeys;
import org.springframework.core.env.Environment;

/** The mistakes in this service's own settings, for the one message that lists them all. */
final class SettingsRule implements ConfigurationRule {
  @Override
  public List<String> mistakes(Environment environment) {
    List<String> mistakes = new ArrayList<>();
    mistakes.addAll(SettingsKeys.mistakes(environment, "reachline.cases", CaseProperties.class));
    mistakes.addAll(SettingsKeys.mistakes(environment, "reachline.triage", TriageProperties.class));
    return mistakes;
  }
}
