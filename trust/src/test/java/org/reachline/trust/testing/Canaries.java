package org.reachline.trust.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Fails a test that lets a canary out: reads every log line at debug by itself, and whatever a test
 * hands to the {@link CanaryScan} it takes as a parameter.
 */
public final class Canaries
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(Canaries.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    LogTap.open();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    LogTap.check();
    scan(context).scanRegistered();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    LogTap.check();
    if (TestClasses.top(context).getUniqueId().equals(context.getUniqueId())) {
      LogTap.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == CanaryScan.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return scan(context);
  }

  private static CanaryScan scan(ExtensionContext context) {
    return TestClasses.top(context)
        .getStore(NAMESPACE)
        .computeIfAbsent(CanaryScan.class, _ -> new CanaryScan(), CanaryScan.class);
  }
}
