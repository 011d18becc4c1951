package org.reachline.cases.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.examples.Said;
import org.reachline.contracts.Category;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.personal.MessageText;

/**
 * One episode of a case as its banner shows it.
 *
 * @param spots the numbered places of its evidence, by message; none where it has ended, since the
 *     banner then tells no reasons
 */
record CrisisView(Crisis lead, List<Crisis> episode, Map<MessageId, List<Spot>> spots) {
  private static final int PAGES_SHOWN = 8;
  private static final Duration SHOWN_AFTER_END = Duration.ofHours(24);

  CrisisView {
    episode = List.copyOf(episode);
    spots = Collections.unmodifiableMap(new LinkedHashMap<>(spots)); // in order
  }

  /**
   * The banner; what else the episode is about beside its category. Step and steps are 0 where
   * nothing is shown.
   */
  public record Banner(
      String id,
      String severity,
      String category,
      List<String> also,
      String status,
      String takenBy,
      String pageCode,
      Instant raisedAt,
      Instant takenAt,
      boolean mine,
      int step,
      int steps,
      Set<String> actions,
      WhyView why) {}

  /** One try to reach somebody. */
  public record Paging(int step, String who, String state, Instant at) {}

  /** The episode to show: an open one, the most urgent first, else one that ended a while ago. */
  static Optional<CrisisView> of(WebStory story, Instant now) {
    CaseFile file = story.file();
    Comparator<Crisis> newest = Comparator.comparing((Crisis c) -> c.duty().since()).reversed();
    return file.episodes()
        .filter(Crisis::open)
        .min(
            Comparator.comparingInt((Crisis c) -> notTaken(c) ? 0 : 1)
                .thenComparingInt(c -> Risk.urgency(c.severity())))
        .or(
            () ->
                file.episodes()
                    .filter(c -> now.isBefore(c.duty().since().plus(SHOWN_AFTER_END)))
                    .min(newest))
        .map(lead -> of(story, lead));
  }

  private static Map<MessageId, List<Spot>> spots(List<Crisis> episode, WebStory story) {
    Map<MessageId, List<Spot>> spots = new LinkedHashMap<>();
    int before = 0;
    for (Crisis crisis : episode) {
      String text = story.words(crisis.raisedBy()).map(MessageText::reveal).orElse("");
      List<Spot> found = Spot.of(crisis.why().evidence(), text, before);
      spots.put(crisis.raisedBy(), found);
      before += found.size();
    }
    return spots;
  }

  private static boolean notTaken(Crisis crisis) {
    return crisis.duty().status() == Duty.Status.OPEN;
  }

  private static CrisisView of(WebStory story, Crisis lead) {
    List<Crisis> episode = episode(story.file(), lead);
    return new CrisisView(lead, episode, lead.open() ? spots(episode, story) : Map.of());
  }

  private static List<Crisis> episode(CaseFile file, Crisis lead) {
    return file.episode(lead.id()).sorted(Comparator.comparing(Crisis::acceptedAt)).toList();
  }

  /** The most urgent of an episode, which list and banner speak of. */
  static Crisis worst(CaseFile file, Crisis lead) {
    return worst(episode(file, lead), lead);
  }

  private static Crisis worst(List<Crisis> episode, Crisis lead) {
    return episode.stream()
        .min(Comparator.comparingInt(crisis -> Risk.urgency(crisis.severity())))
        .orElse(lead);
  }

  /** The banner for one viewer. */
  Banner banner(WebStory story, WebViewer viewer) {
    Crisis worst = worst(episode, lead);
    Duty duty = lead.duty();
    boolean mine = duty.holder().contains(viewer.me());
    boolean paging = notTaken(lead) && !duty.attempts().isEmpty();
    return new Banner(
        lead.id().value(),
        WebCodes.of(worst.severity()),
        WebCodes.of(worst.category()),
        also(worst, story),
        WebCodes.of(duty.status()),
        holder(duty, viewer),
        "",
        lead.raisedAt(),
        duty.since(),
        mine,
        paging ? duty.step() + 1 : 0,
        0,
        actions(duty.status(), mine),
        WhyView.of(
            spots.values().stream().flatMap(List::stream).toList(),
            true,
            episode.stream().map(Crisis::why).toList(),
            story,
            viewer));
  }

  /** Other dangers the client spoke of in this episode. */
  private List<String> also(Crisis worst, WebStory story) {
    Stream<Category> found =
        episode.stream()
            .flatMap(crisis -> story.risk(crisis.raisedBy()).stream())
            .flatMap(risk -> risk.also().stream())
            .filter(finding -> Said.flagged(finding.severity()))
            .map(Risk.Finding::category);
    return Stream.concat(episode.stream().map(Crisis::category), found)
        .filter(category -> category != worst.category())
        .distinct()
        .map(WebCodes::of)
        .toList();
  }

  private static String holder(Duty duty, WebViewer viewer) {
    return duty.holder().stream().map(viewer.people()::name).findFirst().orElse("");
  }

  private static Set<String> actions(Duty.Status status, boolean mine) {
    return switch (status) {
      case OPEN -> Set.of("take");
      case TAKEN -> mine ? Set.of("contact", "back", "close") : Set.of();
      case CONTACT -> mine ? Set.of("back", "close") : Set.of();
      case CLOSED -> Set.of();
    };
  }

  /** Who was paged, in order, as far as it is lately. */
  List<Paging> paging(WebViewer viewer) {
    List<Duty.Attempt> all = lead.duty().attempts();
    return all.subList(Math.max(0, all.size() - PAGES_SHOWN), all.size()).stream()
        .map(a -> new Paging(a.step() + 1, viewer.people().name(a.who()), a.state(), a.at()))
        .toList();
  }
}
