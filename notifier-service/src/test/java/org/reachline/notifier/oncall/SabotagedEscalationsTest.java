package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Report;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.trust.Scope;

/**
 * The judge is judged: a wrong version of one port each must be caught by the crash enumeration.
 */
class SabotagedEscalationsTest {

  /** Everything of the real store but one method. */
  private static EscalationStore with(
      EscalationStore real, String method, Function<Object[], Object> wrong) {
    return (EscalationStore)
        Proxy.newProxyInstance(
            EscalationStore.class.getClassLoader(),
            new Class<?>[] {EscalationStore.class},
            (_, called, arguments) ->
                called.getName().equals(method)
                    ? wrong.apply(arguments)
                    : called.invoke(real, arguments));
  }

  private static List<String> brokenBy(Function<EscalationStore, EscalationStore> sabotage) {
    Report report =
        CrashEnumerator.of(EscalationsCrashTest.pageAndAnswer(sabotage)).pairs(0).report();
    return report.broken();
  }

  @Test
  void withoutSabotageNothingIsBroken() {
    assertThat(brokenBy(store -> store)).isEmpty();
  }

  @Test
  void aStoreThatDoesNotCompareVersionsIsCaught() {
    assertThat(
            brokenBy(
                real ->
                    with(
                        real,
                        "replace",
                        arguments -> {
                          Scope scope = (Scope) arguments[0];
                          Escalation next = (Escalation) arguments[1];
                          long v = real.find(scope, next.id()).orElseThrow().v();
                          return real.replace(scope, next.written(v));
                        })))
        .isNotEmpty();
  }

  @Test
  void aStoreThatNeverSaysWhatIsDueIsCaught() {
    assertThat(brokenBy(real -> with(real, "due", _ -> List.of()))).isNotEmpty();
  }

  @Test
  void aStoreThatConfirmsBeforeItWritesIsCaught() {
    assertThat(brokenBy(real -> with(real, "replace", _ -> true))).isNotEmpty();
  }
}
