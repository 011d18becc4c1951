package org.reachline.embedded;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * One {@link Shared} per JVM, closed when JUnit ends; one {@link Backbone} per top-level test
 * class.
 */
final class BackboneExtension implements BeforeAllCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(BackboneExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Backbone.enter(backbone(context));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Backbone.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return backbone(context);
  }

  private static Backbone backbone(ExtensionContext context) {
    ExtensionContext top = topClass(context);
    Shared shared =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .computeIfAbsent(Shared.class, _ -> new Shared(), Shared.class);
    return top.getStore(NAMESPACE)
        .computeIfAbsent(
            Backbone.class, _ -> newBackbone(top.getRequiredTestClass(), shared), Backbone.class);
  }

  private static Backbone newBackbone(Class<?> test, Shared shared) {
    boolean own =
        AnnotationSupport.findAnnotation(test, WithBackbone.class)
            .map(WithBackbone::ownBroker)
            .orElse(false);
    return new Backbone(test, shared, own);
  }

  private static ExtensionContext topClass(ExtensionContext context) {
    ExtensionContext parent = context.getParent().orElseThrow();
    return parent.getTestClass().isPresent() ? topClass(parent) : context;
  }
}
