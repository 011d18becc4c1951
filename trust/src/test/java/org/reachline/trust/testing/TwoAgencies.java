package org.reachline.trust.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Plants a second agency that looks exactly like the first, and fails a test after which its data
 * is not what it was. Gives tests {@link Planted} and {@link MirrorWatch} as parameters.
 */
public final class TwoAgencies
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(TwoAgencies.class);

  /** The keys, staff and settings of both agencies, the same for all tests of this JVM. */
  public static Planted planted() {
    return Planted.here();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    MirrorWatch _ = watch(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    watch(context).remember();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    watch(context).check();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Planted.class || type == MirrorWatch.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Planted.class ? planted() : watch(context);
  }

  private static MirrorWatch watch(ExtensionContext context) {
    return TestClasses.top(context)
        .getStore(NAMESPACE)
        .computeIfAbsent(MirrorWatch.class, _ -> new MirrorWatch(), MirrorWatch.class);
  }
}
