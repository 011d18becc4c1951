package org.reachline.trust.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** Asks every {@link ConfigurationRule} before the first bean of the service is made. */
final class ConfigurationCheck implements BeanFactoryPostProcessor, EnvironmentAware {
  private Environment environment = new StandardEnvironment();

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    List<String> mistakes = new ArrayList<>();
    beans
        .getBeansOfType(ConfigurationRule.class, true, false)
        .values()
        .forEach(rule -> mistakes.addAll(rule.mistakes(environment)));
    if (!mistakes.isEmpty()) {
      throw new Misconfigured(mistakes);
    }
  }

  /** A rule over our own keys as they are written. */
  static ConfigurationRule over(Function<RawTrust, List<String>> check) {
    return environment -> {
      try {
        return check.apply(raw(environment));
      } catch (BindException unshaped) {
        return List.of(unshaped.getName() + ": has the wrong shape, see the module's README");
      }
    };
  }

  static RawTrust raw(Environment environment) {
    return Binder.get(environment).bindOrCreate("reachline", RawTrust.class);
  }
}
