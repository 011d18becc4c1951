package org.reachline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.channels.spi.RawRequest;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.crash.CrashEnumerator;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.crash.Report;
import org.reachline.contracts.crash.Scenario;
import org.reachline.contracts.events.InboundEvent.MessageReceived;
import org.reachline.contracts.events.QuarantineEvent.RequestQuarantined;

/** Whatever fails between a webhook and its answer, a 2xx means the message is on the topic. */
class IntakeCrashTest {
  private static final List<String> SIDS = List.of("SM1", "SM2", "SM3");

  @TempDir static Path keys;

  @Test
  void aSuccessfulAnswerMeansDurableWhateverFails() {
    GatewayFixture fixture = GatewayFixture.in(keys);

    Report report = CrashEnumerator.of(new ProviderCalls(fixture)).enumerate();

    assertThat(report.runs()).isGreaterThan(100);
  }

  /** The provider's side of the wire: what it hears is an effect like any other. */
  interface Provider {
    void hears(String sid, int status);
  }

  /** What outlives the gateway. */
  static final class World {
    final InMemoryIntakeLog log = new InMemoryIntakeLog();
    final Set<String> answered = new LinkedHashSet<>();
    final Provider provider =
        (sid, status) -> {
          if (status < 300 || status == 403) {
            answered.add(sid);
          }
        };
  }

  /** Three texts and a forgery, each called again until it is answered. */
  private record ProviderCalls(GatewayFixture fixture) implements Scenario<World> {
    @Override
    public String name() {
      return "three texts and a forgery";
    }

    @Override
    public World freshWorld() {
      return new World();
    }

    @Override
    public void run(World world, Faults faults) {
      Intake intake = fixture.intake(faults.wrap(IntakeLog.class, world.log));
      Provider provider = faults.wrap(Provider.class, world.provider);
      for (String sid : SIDS) {
        call(intake, provider, world, sid, Webhooks.TOKEN);
      }
      call(intake, provider, world, "SMforged", "another-token");
    }

    private static void call(
        Intake intake, Provider provider, World world, String sid, String token) {
      if (world.answered.contains(sid)) {
        return;
      }
      RawRequest request =
          Webhooks.request(
              token,
              GatewayFixture.URL,
              Webhooks.text(sid, "+15550100142", "+15550100100", "hello " + sid));
      Intake.Answer answer = intake.accept(GatewayFixture.line(), request, "").block();
      provider.hears(sid, answer instanceof Intake.Answer.Refused(var status) ? status : 200);
    }

    @Override
    public void check(World world) {
      assertThat(world.answered).containsExactlyInAnyOrder("SM1", "SM2", "SM3", "SMforged");
      List<MessageId> kept = new ArrayList<>();
      for (var event : world.log.events) {
        if (event instanceof MessageReceived received && !kept.contains(received.messageId())) {
          kept.add(received.messageId());
        }
      }
      assertThat(kept).as("every answered message once, in order").hasSize(SIDS.size());
      assertThat(world.log.events).anyMatch(RequestQuarantined.class::isInstance);
    }
  }
}
