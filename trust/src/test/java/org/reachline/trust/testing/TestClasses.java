package org.reachline.trust.testing;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds the outermost class of a test, whose nested classes share what it set up. */
final class TestClasses {
  private TestClasses() {}

  static ExtensionContext top(ExtensionContext context) {
    ExtensionContext parent = context.getParent().orElseThrow();
    return parent.getTestClass().isPresent() ? top(parent) : context;
  }
}
