package org.reachline.notifier.oncall.web;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.notifier.oncall.StaffLine;
import org.reachline.notifier.oncall.core.Ack;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.AttemptState;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Outlook;
import org.reachline.notifier.oncall.core.Policy;
import org.reachline.notifier.oncall.core.State;
import org.reachline.trust.Scope;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import org.springframework.stereotype.Component;

/** The models of the pages. Codes and duties; nothing of a client is in reach here. */
@Component
final class Views {

  private static final Set<String> SPOKEN = Set.of("en", "es");
  private static final int PAGES_SHOWN = 6;

  private final Labels labels;
  private final StaffLine line;
  private final StaffDirectory staff;

  Views(Labels labels, StaffLine line, StaffDirectory staff) {
    this.labels = labels;
    this.line = line;
    this.staff = staff;
  }

  /** The page in a duty phone's hand. */
  public record Page(
      String code,
      String crisisId,
      String severity,
      String category,
      List<String> also,
      String language,
      String orderKey,
      String nextName,
      boolean nextIsYou,
      int round,
      String state,
      String takenBy,
      String readHref,
      String safeKey,
      boolean mine,
      Instant openedAt,
      Instant nextAt,
      Instant takenAt,
      Instant againAt) {}

  /** One card of the board. */
  public record Card(
      String crisisId,
      String code,
      String severity,
      String category,
      List<String> also,
      String language,
      String safeKey,
      String pageHref,
      String caseHref,
      String takenBy,
      String nextName,
      Instant openedAt,
      Instant takenAt,
      Instant nextAt,
      int step,
      int steps,
      List<Try> attempts) {}

  /** One attempt on a card. */
  public record Try(int step, String who, String method, String state, Instant at) {}

  /** One person on duty. */
  public record OnDuty(String name, String initials, String duty, String until, String ready) {}

  /** The acknowledgement link's page. */
  public record AckPage(String code, String action, String takenBy, String state) {}

  Page page(Escalation e, StaffId viewer, String language) {
    Optional<Ack> holder = e.holder();
    Outlook next = Outlook.of(e);
    return new Page(
        e.code(),
        e.concern().crisisId().value(),
        Codes.of(e.concern().severity()),
        Codes.of(e.concern().category()),
        also(e),
        language(e),
        order(e, viewer),
        next.duties().stream().map(d -> labels.duty(d, language)).findFirst().orElse(""),
        next.staff().stream().findFirst().map(viewer::equals).orElse(false),
        e.position().loop() + 1,
        state(e),
        holder.map(h -> labels.duty(e.policy().duty(h.by()), language)).orElse(""),
        crisis(e),
        SafeContact.key(e.concern().safeContact()),
        holder.map(h -> h.by().equals(viewer)).orElse(false),
        e.openedAt(),
        next.at(),
        holder.map(Ack::at).orElse(e.since()),
        e.contactDue());
  }

  /** Other dangers, in the order of the rubric. */
  private static List<String> also(Escalation e) {
    return e.concern().besides().stream().sorted().map(Codes::of).toList();
  }

  /** One the pages have a word for; another one is not shown at all. */
  private static String language(Escalation e) {
    String language = e.concern().language();
    return SPOKEN.contains(language) ? language : CrisisRaised.NO_LANGUAGE;
  }

  /** The console knows in which case a crisis stands. */
  private static String crisis(Escalation e) {
    return "/crises/" + e.concern().crisisId().value();
  }

  /** What the reader is in this: whoever was not paged is told so, whatever their duty. */
  private static String order(Escalation e, StaffId viewer) {
    if (!e.paged().contains(viewer)) {
      return "order.notpaged";
    }
    return e.position().everyone() ? "order.everyone" : "order." + e.policy().duty(viewer).code();
  }

  private static String state(Escalation e) {
    return switch (e.state()) {
      case OPEN -> "open";
      case ACKED -> "acked";
      case ENGAGED -> "contact";
      case RESOLVED -> "closed";
    };
  }

  Card card(Escalation e) {
    Optional<Ack> holder = e.holder();
    Outlook next = Outlook.of(e);
    return new Card(
        e.concern().crisisId().value(),
        e.code(),
        Codes.of(e.concern().severity()),
        Codes.of(e.concern().category()),
        also(e),
        language(e),
        SafeContact.key(e.concern().safeContact()),
        "/p/" + e.code(),
        crisis(e),
        holder.map(h -> labels.name(h.by())).orElse(""),
        next.staff().stream().map(labels::name).findFirst().orElse(""),
        e.openedAt(),
        holder.map(Ack::at).orElse(e.since()),
        next.at(),
        e.position().step() + 1,
        Math.max(1, e.policy().steps().size()),
        lately(e).stream().map(this::tried).toList());
  }

  /** A night without an answer leaves more pages than a card can hold: the newest are shown. */
  private static List<Attempt> lately(Escalation e) {
    List<Attempt> pages = e.attempts().stream().filter(Attempt::isPage).toList();
    return pages.subList(Math.max(0, pages.size() - PAGES_SHOWN), pages.size());
  }

  private Try tried(Attempt a) {
    return new Try(a.step() + 1, labels.name(a.staff()), "sms", word(a.state()), a.at());
  }

  private static String word(AttemptState state) {
    return switch (state) {
      case PLANNED -> "planned";
      case SENDING -> "sending";
      case ACCEPTED -> "sent";
      case DELIVERED -> "delivered";
      case FAILED, UNDELIVERED -> "failed";
      case UNKNOWN -> "unknown";
      case CANCELLED -> "skipped";
    };
  }

  /** Everybody the policy names, once, with whether a text would reach them. */
  List<OnDuty> duty(Scope scope, Policy policy) {
    Set<StaffId> unreachable = line.unreachable(scope, policy.everyone());
    return new LinkedHashSet<>(policy.everyone())
        .stream().flatMap(id -> onDuty(policy, id, !unreachable.contains(id)).stream()).toList();
  }

  private Optional<OnDuty> onDuty(Policy policy, StaffId id, boolean reachable) {
    @Nullable Member member = staff.member(id);
    return Optional.ofNullable(member)
        .map(
            m ->
                new OnDuty(
                    labels.name(id),
                    m.initials(),
                    Labels.code(policy.duty(id)),
                    "",
                    reachable ? "onemethod" : "none"));
  }

  static boolean isOpen(Escalation e) {
    return e.state() == State.OPEN;
  }
}
