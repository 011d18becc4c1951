package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.lines.ConfiguredLine.Use;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Found;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.SendOutcome;
import org.reachline.channels.spi.Stated;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.oncall.core.Input.Whereabouts;
import org.reachline.notifier.provider.LineCalls;
import org.reachline.trust.Scope;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;

/** Texts to staff through the agency's staff line. Not limited in rate: a page never waits. */
final class ProviderStaffLine implements StaffLine {
  private final Lines lines;
  private final StaffDirectory staff;
  private final OptOuts optOuts;
  private final LineCalls calls;

  ProviderStaffLine(Lines lines, StaffDirectory staff, OptOuts optOuts, LineCalls calls) {
    this.lines = lines;
    this.staff = staff;
    this.optOuts = optOuts;
    this.calls = calls;
  }

  @Override
  public Outcome send(Scope scope, Text text) {
    ConfiguredLine line = lines.line(text.line());
    Member member = staff.member(text.to());
    if (line == null || line.use() != Use.STAFF) {
      return new Outcome.Refused("no-line");
    }
    if (member == null || !member.hasPhone() || !member.agency().equals(scope.agency())) {
      return new Outcome.Refused("no-number");
    }
    return outcome(scope, text.to(), calls.send(line, message(line, member, text), 0).outcome());
  }

  @Override
  public Whereabouts find(Scope scope, Text text, Instant since) {
    ConfiguredLine line = lines.line(text.line());
    @Nullable Member member = staff.member(text.to());
    if (line == null || member == null || !member.agency().equals(scope.agency())) {
      return Whereabouts.CANNOT_SAY;
    }
    return switch (calls.find(line, message(line, member, text), since)) {
      case Found.Has(_, DeliveryStatus.Failed _) -> Whereabouts.HAS_FAILED;
      case Found.Has _ -> Whereabouts.HAS_IT;
      case Found.HasNot _ -> Whereabouts.HAS_NOT;
      case Found.Unclear _ -> Whereabouts.CANNOT_SAY;
    };
  }

  private static Outbound message(ConfiguredLine line, Member member, Text text) {
    return new Outbound(
        text.id().value(),
        LineCalls.to(member.phone()),
        LineCalls.from(line),
        text.words(),
        List.of(),
        Stated.of(LineCalls.path(line) + "/status?p=" + text.id().value()));
  }

  private Outcome outcome(Scope scope, StaffId to, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted _ -> new Outcome.Accepted();
      case SendOutcome.Retry(var after, var code) -> new Outcome.Again(after, code);
      case SendOutcome.Failed(var code, _) -> new Outcome.Refused(code);
      case SendOutcome.WindowClosed(var code) -> new Outcome.Refused(code);
      case SendOutcome.Unknown() -> new Outcome.Unknown();
      case SendOutcome.OptedOut(var code) -> {
        optOuts.set(scope, to, true);
        yield new Outcome.Refused(code);
      }
    };
  }

  @Override
  public Set<StaffId> unreachable(Scope scope, Set<StaffId> of) {
    Set<StaffId> unreachable = new HashSet<>(optOuts.among(scope, of));
    of.stream().filter(id -> !hasPhone(id)).forEach(unreachable::add);
    return unreachable;
  }

  private boolean hasPhone(StaffId id) {
    @Nullable Member member = staff.member(id);
    return member != null && member.hasPhone();
  }
}
