package org.reachline.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.Samples;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.OutboundEvent.Purpose;
import org.reachline.contracts.events.OutboundEvent.SendRequested;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.notifier.TestLines;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.notifier.dispatch.core.Sending;
import org.reachline.notifier.dispatch.core.Sending.Outcome;
import org.reachline.notifier.dispatch.core.Sending.Report;
import org.reachline.notifier.provider.LineCalls;
import org.reachline.trust.keys.Place;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

class ProviderClientLineTest {
  private static final Planted PLANTED = TwoAgencies.planted();
  private final List<HttpCall> calls = new ArrayList<>();
  @TempDir Path folder;

  private Outcome sent(HttpReply reply) throws IOException {
    return sent(reply, "harbor.front-desk", Samples.HARBOR);
  }

  private Outcome sent(HttpReply reply, String line, AgencyId sealedFor) throws IOException {
    try (Lines lines = TestLines.in(folder)) {
      LineCalls provider =
          new LineCalls(
              call -> {
                calls.add(call);
                return reply;
              });
      ProviderClientLine clients = new ProviderClientLine(lines, PLANTED.sealing(), provider);
      Send send =
          Sending.start(
              Send.planned(request(line, sealedFor), 1, Samples.ACCEPTED),
              "node",
              Samples.ACCEPTED);
      Report report = clients.send(Sends.scope(Samples.HARBOR), send);
      assertThat(report.tries()).isEqualTo(1);
      return report.outcome();
    }
  }

  private static SendRequested request(String line, AgencyId sealedFor) {
    SendRequested plain = Sends.request(Samples.HARBOR, "m", "someone", Purpose.SERVICE);
    Sealed sealed =
        PLANTED
            .sealing()
            .seal(
                sealedFor,
                org.reachline.trust.keys.Purpose.SEND,
                Place.ofEvent(Topics.OUTBOUND, plain.eventId()),
                new OutboundContent(PLANTED.clientPhone(), new MessageText("Hello.")));
    return new SendRequested(
        plain.messageId(),
        plain.conversationId(),
        plain.caseId(),
        plain.clientId(),
        new LineId(line),
        plain.channel(),
        plain.purpose(),
        plain.author(),
        0,
        plain.at(),
        sealed);
  }

  private static HttpReply answered(int status, String body) {
    return new HttpReply.Answered(status, Headers.none(), Body.of(body));
  }

  @Test
  void whatTheProviderTakesIsAccepted() throws IOException {
    assertThat(sent(answered(201, "{\"sid\":\"SM1\"}"))).isEqualTo(new Outcome.Accepted());
    assertThat(calls)
        .singleElement()
        .extracting(call -> call.body().text())
        .asString()
        .contains("Body=Hello.", "front-desk%3Fmessage%3D");
  }

  @Test
  void everyOtherAnswerHasItsClass() throws IOException {
    assertThat(sent(answered(400, "{\"code\":21610}"))).isEqualTo(new Outcome.OptedOut("21610"));
    assertThat(sent(answered(400, "{\"code\":63016}")))
        .isEqualTo(new Outcome.WindowClosed("63016"));
    assertThat(sent(answered(400, "{\"code\":21211}"))).isEqualTo(new Outcome.Failed("21211"));
    assertThat(sent(answered(503, ""))).isInstanceOf(Outcome.Again.class);
    assertThat(sent(new HttpReply.NeverSent("connect-refused"))).isInstanceOf(Outcome.Again.class);
  }

  @Test
  void aLostAnswerIsUnknownBecauseTheProviderWouldSendTwice() throws IOException {
    assertThat(sent(new HttpReply.Lost())).isEqualTo(new Outcome.Unknown());
  }

  @Test
  void aLineThatDoesNotRunIsWaitedForAndAStaffLineIsNone() throws IOException {
    assertThat(sent(answered(201, "{}"), "harbor.gone", Samples.HARBOR))
        .isInstanceOf(Outcome.Again.class);
    assertThat(sent(answered(201, "{}"), "harbor.pager", Samples.HARBOR))
        .isInstanceOf(Outcome.Again.class);
    assertThat(calls).isEmpty();
  }

  @Test
  void wordsSealedForAnotherAgencyAreNotSent() throws IOException {
    assertThat(sent(answered(201, "{}"), "harbor.front-desk", Samples.MIRROR))
        .isEqualTo(new Outcome.Failed("unreadable"));
    assertThat(calls).isEmpty();
  }
}
