package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The kit is tested too: an honest channel passes, and each flaw breaks just its own rule. */
class KitTest {
  @Test
  void anHonestChannelPassesEveryRule() {
    var events = run(Flaw.NONE);

    assertThat(events.failed().list()).isEmpty();
    assertThat(events.aborted().list()).as("only the shared fixtures").hasSize(1);
    assertThat(rules(events.succeeded())).containsAll(allRules());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aFlawBreaksJustItsRule(Flaw flaw) {
    var events = run(flaw);

    assertThat(rules(events.failed())).containsExactly(flaw.rule);
    assertThat(rules(events.succeeded())).as("the other rules still ran").containsAll(others(flaw));
    assertThat(events.skipped().list()).isEmpty();
  }

  @Test
  void aRuleWithoutACaseFails() {
    var rule = (DynamicContainer) Rule.of("X1", "has nothing", Stream.empty());

    var only = (DynamicTest) rule.getChildren().findFirst().orElseThrow();

    assertThatThrownBy(only.getExecutable()::execute).isInstanceOf(AssertionError.class);
  }

  private static Events run(Flaw flaw) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(PigeonContract.class))
        .configurationParameter(PigeonContract.FLAW, flaw.name())
        .execute()
        .testEvents();
  }

  private static Set<String> rules(Events events) {
    return events.stream()
        .map(event -> event.getTestDescriptor().getParent().orElseThrow().getDisplayName())
        .map(name -> name.split(" ", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> allRules() {
    return Stream.of(Flaw.values())
        .map(flaw -> flaw.rule)
        .filter(rule -> !rule.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> others(Flaw flaw) {
    var others = new HashSet<>(allRules());
    others.remove(flaw.rule);
    return others;
  }
}
