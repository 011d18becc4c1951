package org.reachline.notifier.oncall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Ack;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.PageText;
import org.reachline.notifier.oncall.core.Policy.Duty;

/** Fills the few fields a text may say from an escalation. */
public final class PageWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final Duty NOBODY = new Duty("colleague", 0);

  private final AckLinks links;
  private final Function<AgencyId, ZoneId> zones;

  public PageWords(AckLinks links, Function<AgencyId, ZoneId> zones) {
    this.links = links;
    this.zones = zones;
  }

  /** The text of an attempt. */
  public String of(Escalation e, Attempt attempt) {
    return PageText.of(attempt.kind(), fields(e, attempt, Instant.EPOCH));
  }

  /** What a text about an escalation may say, with a time of day. */
  public PageText.Fields fields(Escalation e, Instant at) {
    return new PageText.Fields(e.code(), signIn(e), holder(e), clock(e, at), List.of());
  }

  private PageText.Fields fields(Escalation e, Attempt attempt, Instant at) {
    boolean open = attempt.isPage() && e.policy().openLink();
    String link = open ? "Or: " + links.link(e, attempt) : signInWords(e, attempt);
    return new PageText.Fields(e.code(), link, holder(e), clock(e, at), List.of());
  }

  private static String signInWords(Escalation e, Attempt attempt) {
    return attempt.isPage() ? "Sign in: " + signIn(e) : signIn(e);
  }

  private static String signIn(Escalation e) {
    return e.policy().linkBase() + "/p/" + e.code();
  }

  private static Duty holder(Escalation e) {
    return e.holder().map(Ack::by).map(e.policy()::duty).orElse(NOBODY);
  }

  /** The same, naming whoever has it by now. */
  public PageText.Fields takenBy(Escalation e, StaffId by, Instant at) {
    return new PageText.Fields(e.code(), signIn(e), e.policy().duty(by), clock(e, at), List.of());
  }

  private String clock(Escalation e, Instant at) {
    return CLOCK.format(at.atZone(zones.apply(e.id().agency())));
  }
}
