package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** One rule of the kit: a letter and a number, a sentence, and the tests that ask for it. */
final class Rule {
  private Rule() {}

  /** A rule with nothing to test fails, because a green that ran nothing is worse than a red. */
  static DynamicNode of(String id, String sentence, Stream<DynamicTest> tests) {
    List<DynamicTest> all = tests.toList();
    return DynamicContainer.dynamicContainer(
        id + " " + sentence, all.isEmpty() ? List.of(nothingToTest()) : all);
  }

  static DynamicTest test(String sentence, Executable check) {
    return DynamicTest.dynamicTest(sentence, check);
  }

  private static DynamicTest nothingToTest() {
    return test("has a case to test", () -> fail("no case file and no request exercises this"));
  }
}
