package org.reachline.channels.kit;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reachline.channels.spi.ChannelAdapter;

/**
 * What every channel must do. Start reading here.
 *
 * <p>A channel's test extends this class and supplies two things: its adapter, and a twin of its
 * provider that can sign and word requests. Case files below {@code src/test/resources/cases} are
 * found by themselves: {@code webhook/*.json} (a request in, events out), {@code send/*.json} (a
 * message in, calls out), {@code reply/*.json} (a provider's reply in, an outcome out). The
 * provider fixtures that several projects share run as well where they are present.
 *
 * <p>Each group below is one concern; each rule in it has a letter, a number and a sentence. {@link
 * KitReport} writes what passed to {@code target/channel-kit/<channel>.json}.
 */
@ExtendWith(KitReport.class)
public abstract class ChannelContract {
  /** The adapter under test. */
  protected abstract ChannelAdapter adapter();

  /** The other side: signs and words requests as the provider would. */
  protected abstract ProviderTwin provider();

  private Lab lab() {
    return new Lab(adapter(), provider(), CaseFiles.of(getClass(), adapter().type()));
  }

  /** S1 to S7: nothing forged gets in, nothing genuine is turned away. */
  @Nested
  @DisplayName("Signature")
  class Signature {
    @TestFactory
    Stream<DynamicNode> signatureRules() {
      return new SignatureRules(lab()).all();
    }
  }

  /** S2 to S4 in detail: what may be done to a request and its signature. */
  @Nested
  @DisplayName("Tampering")
  class Tampering {
    @TestFactory
    Stream<DynamicNode> tamperRules() {
      return new TamperRules(lab()).all();
    }
  }

  /** R1 to R3: the right line is found, whatever stands in between. */
  @Nested
  @DisplayName("Routing")
  class Routes {
    @TestFactory
    Stream<DynamicNode> routingRules() {
      return new RoutingRules(lab()).all();
    }
  }

  /** P1 to P8: what was said is what comes out. */
  @Nested
  @DisplayName("Parsing")
  class Parsing {
    @TestFactory
    Stream<DynamicNode> parsingRules() {
      return new ParsingRules(lab()).all();
    }
  }

  /** F1, F3, F4: nothing hostile breaks it, nothing personal leaks. */
  @Nested
  @DisplayName("Robustness")
  class Robustness {
    @TestFactory
    Stream<DynamicNode> robustnessRules() {
      return new RobustnessRules(lab()).all();
    }
  }

  /** T1, T2: statuses in any order end in the same state. */
  @Nested
  @DisplayName("Statuses")
  class Statuses {
    @TestFactory
    Stream<DynamicNode> statusRules() {
      return new StatusRules(lab()).all();
    }
  }

  /** O1 to O4, M1: what is sent, what the reply means, where secrets go. */
  @Nested
  @DisplayName("Sending")
  class Sending {
    @TestFactory
    Stream<DynamicNode> sendingRules() {
      return new SendingRules(lab()).all();
    }
  }

  /** The fixtures that projects share; says that they were skipped where they are absent. */
  @Nested
  @DisplayName("Shared fixtures")
  class SharedFixtures {
    private final List<WebhookCase> shared = SharedCases.of(adapter().type());

    @Test
    @DisplayName("Shared fixtures are present")
    void arePresent() {
      assumeFalse(shared.isEmpty(), SharedCases.ABSENT);
    }

    @TestFactory
    Stream<DynamicNode> sharedRules() {
      return shared.isEmpty() ? Stream.empty() : lab().with(shared).judged("Shared");
    }
  }
}
