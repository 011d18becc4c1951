package org.reachline.notifier.dispatch;

import java.time.Duration;
import java.util.List;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.lines.ConfiguredLine.Use;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.SendOutcome;
import org.reachline.channels.spi.Stated;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.Topics;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.notifier.dispatch.core.Send;
import org.reachline.notifier.dispatch.core.Sending.Outcome;
import org.reachline.notifier.dispatch.core.Sending.Report;
import org.reachline.notifier.provider.LineCalls;
import org.reachline.notifier.provider.LineCalls.Sent;
import org.reachline.trust.Scope;
import org.reachline.trust.keys.Opened;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;

/** Messages to clients through their line's adapter. The words are opened here, just before. */
final class ProviderClientLine implements ClientLine {
  private static final Duration LINE_MAY_RETURN = Duration.ofSeconds(30);

  private final Lines lines;
  private final Sealing sealing;
  private final LineCalls calls;

  ProviderClientLine(Lines lines, Sealing sealing, LineCalls calls) {
    this.lines = lines;
    this.sealing = sealing;
    this.calls = calls;
  }

  @Override
  public Report send(Scope scope, Send send) {
    ConfiguredLine line = lines.line(send.line());
    if (line == null || line.use() != Use.CLIENTS) {
      return report(send, new Outcome.Again(LINE_MAY_RETURN, "no-line"));
    }
    return switch (open(sealing, scope.agency(), send.id(), send.sealed())) {
      case Opened.Content<OutboundContent>(var content) -> send(line, send, content);
      case Opened.Unreadable<OutboundContent>() -> report(send, new Outcome.Failed("unreadable"));
    };
  }

  /** The words of a request, where its topic sealed them. */
  static Opened<OutboundContent> open(
      Sealing sealing, AgencyId agency, MessageId id, Sealed sealed) {
    Place place = Place.ofEvent(Topics.OUTBOUND, id.value() + "/send");
    return sealing.open(agency, Purpose.SEND, place, sealed, OutboundContent.class);
  }

  private Report send(ConfiguredLine line, Send send, OutboundContent content) {
    Sent sent = calls.send(line, message(line, send, content), send.done());
    return new Report(send.tries(), sent.done(), sent.ids(), outcome(line, sent.outcome()));
  }

  private static Report report(Send send, Outcome outcome) {
    return new Report(send.tries(), send.done(), List.of(), outcome);
  }

  private static Outbound message(ConfiguredLine line, Send send, OutboundContent content) {
    return new Outbound(
        send.id().value(),
        LineCalls.to(content.to()),
        LineCalls.from(line),
        content.text().reveal(),
        List.of(),
        Stated.of(line.publicUrl().exact()));
  }

  /** A lost answer is sent again only where the provider would know it as the same message. */
  private static Outcome outcome(ConfiguredLine line, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted _ -> new Outcome.Accepted();
      case SendOutcome.Retry(var after, var code) -> new Outcome.Again(after, code);
      case SendOutcome.Failed(var code, _) -> new Outcome.Failed(code);
      case SendOutcome.OptedOut(var code) -> new Outcome.OptedOut(code);
      case SendOutcome.WindowClosed(var code) -> new Outcome.WindowClosed(code);
      case SendOutcome.Unknown unknown ->
          unknown.mayResend(line.adapter().capabilities())
              ? new Outcome.Again(Duration.ZERO, "lost")
              : new Outcome.Unknown();
    };
  }
}
