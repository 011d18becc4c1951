package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;
import org.reachline.contracts.LineId;
import org.reachline.contracts.PageId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.TestLines;
import org.reachline.notifier.oncall.StaffLine.Text;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.provider.LineCalls;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

class ProviderStaffLineTest {
  private static final Planted PLANTED = TwoAgencies.planted();
  private static final StaffId MAYA = PLANTED.member(Planted.HARBOR, Role.ON_CALL).id();
  private static final StaffId STRANGER = PLANTED.member(Planted.MIRROR, Role.ON_CALL).id();
  private static final StaffId GONE = new StaffId("harbor.0.gone");
  private static final PageId PAGE = OnCallWorld.HARBOR.page();
  private final InMemoryOptOuts optOuts = new InMemoryOptOuts();
  private final List<HttpCall> calls = new ArrayList<>();
  @TempDir Path folder;

  private Outcome sent(HttpReply reply, String line, StaffId to) throws IOException {
    try (Lines lines = TestLines.in(folder)) {
      LineCalls provider =
          new LineCalls(
              call -> {
                calls.add(call);
                return reply;
              });
      return new ProviderStaffLine(lines, PLANTED.staff(), optOuts, provider)
          .send(
              OnCallWorld.scope(), new Text(new LineId(line), to, PAGE, "Relay: urgent page 7KD."));
    }
  }

  private static HttpReply answered(int status, String body) {
    return new HttpReply.Answered(status, Headers.none(), Body.of(body));
  }

  @Test
  void aPageCarriesItsIdInTheReceiptAddress() throws IOException {
    assertThat(sent(answered(201, "{\"sid\":\"SM1\"}"), "harbor.pager", MAYA))
        .isEqualTo(new Outcome.Accepted());

    assertThat(calls)
        .singleElement()
        .extracting(call -> call.body().text())
        .asString()
        .contains("To=%2B15550100123", "pager%2Fstatus%3Fp%3D" + PAGE.value());
  }

  @Test
  void whoeverSaidStopAtTheProviderIsNotTriedAgain() throws IOException {
    assertThat(sent(answered(400, "{\"code\":21610}"), "harbor.pager", MAYA))
        .isEqualTo(new Outcome.Refused("21610"));

    assertThat(optOuts.among(OnCallWorld.scope(), Set.of(MAYA))).containsExactly(MAYA);
  }

  @Test
  void otherAnswersHaveTheirClass() throws IOException {
    assertThat(sent(new HttpReply.Lost(), "harbor.pager", MAYA)).isEqualTo(new Outcome.Unknown());
    assertThat(sent(answered(500, ""), "harbor.pager", MAYA)).isInstanceOf(Outcome.Again.class);
    assertThat(sent(answered(400, "{\"code\":21211}"), "harbor.pager", MAYA))
        .isEqualTo(new Outcome.Refused("21211"));
  }

  @Test
  void nothingLeavesOverAnotherLineOrToAnybodyElse() throws IOException {
    assertThat(sent(answered(201, "{}"), "harbor.front-desk", MAYA))
        .isEqualTo(new Outcome.Refused("no-line"));
    assertThat(sent(answered(201, "{}"), "harbor.pager", STRANGER))
        .isEqualTo(new Outcome.Refused("no-number"));
    assertThat(sent(answered(201, "{}"), "harbor.pager", GONE))
        .isEqualTo(new Outcome.Refused("no-number"));
    assertThat(calls).isEmpty();
  }
}
