package org.reachline.cases.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Delivery;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Rank;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Unsafe;
import org.reachline.cases.core.Why;
import org.reachline.cases.store.CaseStore.View;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/** The queue as its page shows it: groups in order, in each the most urgent first. Pure. */
public final class QueueView {
  private static final int PREVIEW = 140;

  /** In the order of the page. */
  public static final List<View> VIEWS =
      List.of(View.MINE, View.UNASSIGNED, View.TEAM, View.WAITING, View.CRISES, View.UNASSESSED);

  private QueueView() {}

  /** One view and how many cases it holds. */
  public record Tab(String key, String href, int count) {}

  /** One group of the list. */
  public record Group(String key, List<Row> rows) {}

  /** One case. */
  public record Row(
      String caseId,
      String href,
      String severity,
      String name,
      String channel,
      String lastTwo,
      String language,
      String preview,
      String previewKey,
      String safeKey,
      String reasonKey,
      List<String> reasonArgs,
      String worker,
      String workerInitials,
      boolean mine,
      boolean unread,
      Instant waitSince,
      String crisisId,
      long version) {
    @Override
    public String toString() {
      return "Row[" + caseId + "]";
    }
  }

  private record Reason(String key, List<String> args) {
    static final Reason NONE = new Reason("", List.of());
  }

  public static List<Tab> tabs(Map<View, Integer> counts) {
    return VIEWS.stream()
        .map(v -> new Tab(WebCodes.of(v), href(v), counts.getOrDefault(v, 0)))
        .toList();
  }

  public static String href(View view) {
    return "/queue?view=" + WebCodes.of(view);
  }

  /** The cases of a view in their groups; the place for a crisis is always there. */
  public static List<Group> groups(List<WebGlance> glances, WebViewer viewer) {
    Map<Rank.Group, List<Row>> rows = new EnumMap<>(Rank.Group.class);
    rows.put(Rank.Group.CRISIS_OPEN, new ArrayList<>());
    glances.stream()
        .sorted((a, b) -> Rank.of(a.file()).compareTo(Rank.of(b.file())))
        .forEach(
            glance ->
                rows.computeIfAbsent(Rank.group(glance.file()), _ -> new ArrayList<>())
                    .add(row(glance, viewer)));
    return rows.entrySet().stream()
        .map(group -> new Group(WebCodes.dashed(group.getKey()), group.getValue()))
        .toList();
  }

  private static Row row(WebGlance glance, WebViewer viewer) {
    CaseFile file = glance.file();
    Rank.Group group = Rank.group(file);
    boolean crisis = group.compareTo(Rank.Group.NEEDS_REPLY) < 0;
    Reason reason = reason(file, viewer);
    List<StaffId> workers = file.work().assignees().stream().sorted(QueueView::byId).toList();
    return new Row(
        file.id().value(),
        "/c/" + file.id().value(),
        severity(file),
        viewer.client(glance.name()),
        glance.channel(),
        glance.lastTwo(),
        file.work().language(),
        viewer.previews() ? preview(glance, viewer) : "",
        viewer.previews() ? previewKey(glance) : "preview.hidden",
        Unsafe.toCall(file) ? "nocall" : crisis ? "unknown" : "",
        reason.key(),
        reason.args(),
        workers.stream().map(viewer.people()::name).findFirst().orElse(""),
        workers.stream().map(viewer.people()::initials).findFirst().orElse(""),
        file.work().assignees().contains(viewer.me()),
        file.work().waits().forUs(),
        Rank.since(file),
        leading(file).filter(QueueView::notTaken).map(c -> c.id().value()).orElse(""),
        file.v());
  }

  private static int byId(StaffId a, StaffId b) {
    return a.value().compareTo(b.value());
  }

  /** The level of the list. What nobody could read is never shown as nothing. */
  static String severity(CaseFile file) {
    Severity level = Rank.severity(file);
    boolean unread = file.work().waits().forUs() && file.work().waits().unassessed();
    boolean lower = Risk.urgency(level) > Risk.urgency(Severity.UNASSESSED);
    return WebCodes.of(unread && lower ? Severity.UNASSESSED : level);
  }

  /** Whose words they are, where they are not the client's. */
  private static String ours(WebGlance glance, WebViewer viewer) {
    return glance.by().stream()
        .map(by -> by.equals(viewer.me()) ? viewer.words().you() : viewer.people().name(by))
        .findFirst()
        .map(name -> name + ": ")
        .orElse("");
  }

  /** The first line, cut at a whole character. */
  static String preview(WebGlance glance, WebViewer viewer) {
    String text =
        (ours(glance, viewer) + glance.preview().reveal()).strip().replaceAll("\\s+", " ");
    return text.codePointCount(0, text.length()) <= PREVIEW
        ? text
        : text.substring(0, text.offsetByCodePoints(0, PREVIEW)) + "…";
  }

  private static String previewKey(WebGlance glance) {
    return switch (glance.shape()) {
      case WebStory.Said.MEDIA -> "preview.media";
      case WebStory.Said.VOICE -> "preview.voice";
      case WebStory.Said.UNSUPPORTED -> "preview.unsupported";
      default -> "";
    };
  }

  private static Reason reason(CaseFile file, WebViewer viewer) {
    return leading(file)
        .map(lead -> reason(CrisisView.worst(file, lead), lead.duty(), viewer))
        .orElseGet(() -> severity(file).equals("unassessed") ? unassessed() : ofWork(file, viewer));
  }

  private static Reason unassessed() {
    return new Reason("reason.unassessed", List.of());
  }

  private static Reason reason(Crisis crisis, Duty duty, WebViewer viewer) {
    List<String> holder = duty.holder().stream().map(viewer.people()::name).toList();
    return duty.status() == Duty.Status.OPEN || holder.isEmpty()
        ? reason(crisis.category(), crisis.why(), Severity.HIGH, viewer)
        : new Reason(
            "reason.takenby",
            List.of(category(crisis.category()), holder.getFirst(), viewer.clock(duty.since())));
  }

  private static String category(Category category) {
    return "category." + WebCodes.of(category);
  }

  /** Category and reason; the reason is left out where previews are. */
  private static Reason reason(Category category, Why why, Severity level, WebViewer viewer) {
    List<String> parts = new ArrayList<>(List.of(category(category)));
    if (level == Severity.ELEVATED) {
      parts.add("reason.today");
    }
    parts.addAll(viewer.previews() ? WhyView.brief(why, viewer) : List.of());
    return new Reason("reason.parts." + parts.size(), parts);
  }

  /** Why the unanswered messages have the level of the list, as far as it is not a crisis. */
  private static Optional<Reason> ofReading(CaseFile file, WebViewer viewer) {
    Severity level = Rank.severity(file);
    return file.log().tail().reversed().stream()
        .filter(entry -> entry.seq() > file.work().waits().lastReply())
        .map(Entry::body)
        .filter(Entry.Received.class::isInstance)
        .flatMap(body -> ((Entry.Received) body).risks().values().stream())
        .filter(risk -> risk.severity() == level && level != Severity.NONE)
        .findFirst()
        .map(risk -> reason(risk.category(), risk.why(), level, viewer));
  }

  private static Reason ofWork(CaseFile file, WebViewer viewer) {
    return ofReading(file, viewer).orElseGet(() -> ofContact(file));
  }

  private static Reason ofContact(CaseFile file) {
    if (newestFailed(file)) {
      return new Reason("reason.failed", List.of());
    }
    if (Unsafe.revoked(file).contains(Purpose.SERVICE)) {
      return new Reason("reason.stop", List.of());
    }
    boolean first = file.work().waits().forUs() && file.work().waits().lastReply() == 0;
    return first ? new Reason("reason.new", List.of()) : Reason.NONE;
  }

  private static boolean newestFailed(CaseFile file) {
    return file.log().tail().reversed().stream()
        .filter(entry -> entry.body() instanceof Entry.Sent)
        .findFirst()
        .filter(
            entry ->
                entry.body() instanceof Entry.Sent sent
                    && sent.delivery().status().compareTo(Delivery.Status.WINDOW) >= 0)
        .isPresent();
  }

  /** The crisis a list speaks of: one that nobody has taken before one that somebody has. */
  static Optional<Crisis> leading(CaseFile file) {
    return file.episodes()
        .filter(Crisis::open)
        .min(
            (a, b) -> {
              int open = Boolean.compare(notTaken(b), notTaken(a));
              return open != 0
                  ? open
                  : Integer.compare(Risk.urgency(a.severity()), Risk.urgency(b.severity()));
            });
  }

  private static boolean notTaken(Crisis crisis) {
    return crisis.duty().status() == Duty.Status.OPEN;
  }

  /** A line of one's own list. */
  public record Mine(
      String href,
      String name,
      String severity,
      String preview,
      Instant waitSince,
      boolean current) {
    @Override
    public String toString() {
      return "Mine[" + href + "]";
    }
  }

  /** One's own work, beside a case. */
  public static List<Mine> mine(List<WebGlance> glances, CaseFile shown, WebViewer viewer) {
    return glances.stream()
        .map(
            glance ->
                new Mine(
                    "/c/" + glance.file().id().value(),
                    viewer.client(glance.name()),
                    severity(glance.file()),
                    viewer.previews() ? preview(glance, viewer) : "",
                    Rank.since(glance.file()),
                    glance.file().id().equals(shown.id())))
        .toList();
  }
}
