package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;

class CausesTest {
  @Test
  void theWayADeepFailureCameUpIsLeftOut() {
    var root = new IllegalStateException("no store answers");
    var wiring = new BeanCreationException("bean", "wiring", new BeanCreationException("x", root));
    var top = new IllegalStateException("case-service did not start", wiring);

    assertThat(Causes.plain(new CompletionException(top)))
        .isEqualTo("case-service did not start: no store answers");
  }

  @Test
  void whatACauseOnlyRepeatsIsSaidOnce() {
    var cause = new IllegalStateException("port 80");

    assertThat(Causes.plain(new IllegalStateException("cannot take port 80", cause)))
        .isEqualTo("cannot take port 80");
  }

  @Test
  void aFailureWithoutWordsIsNamed() {
    assertThat(Causes.plain(new IllegalStateException())).isEqualTo("IllegalStateException");
  }
}
