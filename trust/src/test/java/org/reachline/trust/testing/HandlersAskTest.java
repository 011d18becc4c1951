package org.reachline.trust.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.trust.Act;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Guard;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

class HandlersAskTest {
  private static final JavaClasses CODE = new ClassFileImporter().importClasses(Handlers.class);

  @Test
  void aHandlerThatNeverAsksIsNamed() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> HandlersAsk.check(CODE, Set.of()))
        .withMessageContaining("never ask Access: [Handlers.silent]");
  }

  @Test
  void oneThatIsListedMayBeSilent() {
    assertThatCode(() -> HandlersAsk.check(CODE, Set.of("Handlers.silent")))
        .doesNotThrowAnyException();
  }

  @Test
  void aListedHandlerThatAsksOrIsGoneIsNamedToo() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> HandlersAsk.check(CODE, Set.of("Handlers.silent", "Handlers.directly")));
  }

  @SuppressWarnings("UnusedMethod")
  static final class Handlers {
    private final Guard guard;

    Handlers(Guard guard) {
      this.guard = guard;
    }

    @GetMapping("/directly")
    String directly(Scope scope) {
      return guard.check(scope, Act.LIST_CASES, new Resource.OfAgency(scope.agency())).toString();
    }

    @PostMapping("/indirectly")
    Runnable indirectly(Scope scope) {
      return () -> helper(scope);
    }

    @GetMapping("/silent")
    String silent(Scope scope) {
      return scope.agency().value();
    }

    String notAHandler() {
      return "";
    }

    private void helper(Scope scope) {
      String _ = directly(scope);
    }
  }
}
