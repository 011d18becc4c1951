package org.reachline.trust.web;

import java.util.List;
import org.springframework.core.env.Environment;

/**
 * What must hold of the configuration before anything starts. Declared as a {@code static @Bean};
 * the mistakes of all rules make one message.
 */
@FunctionalInterface
public interface ConfigurationRule {
  /** Each mistake as {@code full.key: what is wrong and what would be right}. Never throws. */
  List<String> mistakes(Environment environment);
}
