package org.reachline.gateway;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reachline.trust.web.ConfigurationRule;
import org.reachline.trust.web.SettingsKeys;
import org.springframework.core.env.Environment;

/** The mistakes in this service's own settings, for the one message that lists them all. */
final class GatewayRule implements ConfigurationRule {
  static final String LINES = "reachline.lines";
  private static final String PREFIX = "reachline.gateway";

  @Override
  public List<String> mistakes(Environment environment) {
    List<String> mistakes = new ArrayList<>();
    String lines = environment.getProperty(LINES, "");
    if (lines.isBlank()) {
      mistakes.add(LINES + ": is missing; the lines file");
    } else if (!isFile(lines)) {
      mistakes.add(LINES + ": there is no file " + lines);
    }
    mistakes.addAll(SettingsKeys.mistakes(environment, PREFIX, GatewayProperties.class));
    return mistakes;
  }

  private static boolean isFile(String path) {
    try {
      return Files.isReadable(Path.of(path)) && Files.isRegularFile(Path.of(path));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }
}
