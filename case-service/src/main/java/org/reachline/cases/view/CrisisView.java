package org.reachline.cases.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Crisis;
import org.reachline.cases.core.Duty;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Tongue;
import org.reachline.cases.view.MarkedView.Span;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.personal.MessageText;

/** One episode of a case as its banner shows it, with the places of its evidence. */
record CrisisView(Crisis lead, List<Crisis> episode, List<Numbered> evidence) {
  private static final int PAGES_SHOWN = 8;
  private static final Duration SHOWN_AFTER_END = Duration.ofHours(24);

  CrisisView {
    episode = List.copyOf(episode);
    evidence = List.copyOf(evidence);
  }

  /**
   * The banner; what else the episode is about beside its category. Step, steps and earlier are 0
   * where nothing is shown.
   */
  public record Banner(
      String id,
      String severity,
      String category,
      List<String> also,
      String status,
      String takenBy,
      String pageCode,
      String rulesVersion,
      Instant raisedAt,
      Instant takenAt,
      boolean mine,
      int step,
      int steps,
      int earlier,
      Set<String> actions,
      List<Evidence> evidence) {}

  /** One reason, in the client's own words. */
  public record Evidence(int n, String quote, String lang, String meaning) {
    @Override
    public String toString() {
      return "Evidence[" + n + "]";
    }
  }

  /** One try to reach somebody. */
  public record Paging(int step, String who, String state, Instant at) {}

  /** A place in a message, with every cue that stands there. */
  record Numbered(MessageId message, Span span, Set<String> cues) {}

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

  private static boolean notTaken(Crisis crisis) {
    return crisis.duty().status() == Duty.Status.OPEN;
  }

  private static CrisisView of(WebStory story, Crisis lead) {
    List<Crisis> episode =
        story.file().crises().stream()
            .filter(crisis -> crisis.lead().equals(lead.id()))
            .sorted(Comparator.comparing(Crisis::acceptedAt))
            .toList();
    List<Numbered> numbered = new ArrayList<>();
    for (Crisis crisis : episode) {
      story
          .words(crisis.raisedBy())
          .ifPresent(text -> numbered.addAll(number(crisis, text, numbered.size())));
    }
    return new CrisisView(lead, episode, numbered);
  }

  /** Evidence that overlaps is one place with several meanings. */
  private static List<Numbered> number(Crisis crisis, MessageText text, int before) {
    List<Numbered> places = new ArrayList<>();
    List<CrisisEvent.Evidence> inOrder =
        crisis.evidence().stream()
            .sorted(Comparator.comparingInt(CrisisEvent.Evidence::start))
            .toList();
    for (CrisisEvent.Evidence one : inOrder) {
      Span span = new Span(one.start(), one.end(), 0).in(text.reveal());
      if (!span.isEmpty()) {
        place(places, crisis.raisedBy(), span, one.cue(), before);
      }
    }
    return places;
  }

  private static void place(
      List<Numbered> places, MessageId message, Span span, String cue, int before) {
    Set<String> cues = new LinkedHashSet<>();
    int start = span.start();
    int end = span.end();
    if (!places.isEmpty() && places.getLast().span().end() > span.start()) {
      Numbered last = places.removeLast();
      cues.addAll(last.cues());
      start = last.span().start();
      end = Math.max(end, last.span().end());
    }
    cues.add(cue);
    places.add(new Numbered(message, new Span(start, end, before + places.size() + 1), cues));
  }

  /** Where the marks stand, by message. */
  Map<MessageId, List<Span>> marks() {
    Map<MessageId, List<Span>> marks = new LinkedHashMap<>();
    evidence.forEach(
        one -> marks.computeIfAbsent(one.message(), _ -> new ArrayList<>()).add(one.span()));
    return marks;
  }

  /** The banner for one viewer. */
  Banner banner(WebStory story, WebViewer viewer) {
    Crisis worst =
        episode.stream()
            .min(Comparator.comparingInt(crisis -> Risk.urgency(crisis.severity())))
            .orElse(lead);
    Duty duty = lead.duty();
    boolean mine = duty.holder().contains(viewer.me());
    boolean paging = notTaken(lead) && !duty.attempts().isEmpty();
    return new Banner(
        lead.id().value(),
        WebCodes.of(worst.severity()),
        WebCodes.of(worst.category()),
        also(worst),
        WebCodes.of(duty.status()),
        holder(duty, viewer),
        "",
        lead.rulesVersion(),
        lead.raisedAt(),
        duty.since(),
        mine,
        paging ? duty.step() + 1 : 0,
        0,
        earlier(story),
        actions(duty.status(), mine),
        evidence.stream().flatMap(one -> shown(one, story, viewer).stream()).toList());
  }

  /** Other dangers the client spoke of in this episode. */
  private List<String> also(Crisis worst) {
    return episode.stream()
        .map(Crisis::category)
        .filter(category -> category != worst.category())
        .distinct()
        .map(WebCodes::of)
        .toList();
  }

  private static String holder(Duty duty, WebViewer viewer) {
    return duty.holder().stream().map(viewer.people()::name).findFirst().orElse("");
  }

  private int earlier(WebStory story) {
    return story.raised().stream()
        .map(WebStory.Said::entry)
        .filter(entry -> entry.is(lead.raisedBy()))
        .mapToInt(
            entry ->
                entry.body() instanceof Entry.Received received ? received.risk().earlier() : 0)
        .findFirst()
        .orElse(0);
  }

  private static Set<String> actions(Duty.Status status, boolean mine) {
    return switch (status) {
      case OPEN -> Set.of("take");
      case TAKEN -> mine ? Set.of("contact", "back", "close") : Set.of();
      case CONTACT -> mine ? Set.of("back", "close") : Set.of();
      case CLOSED -> Set.of();
    };
  }

  private static Optional<Evidence> shown(Numbered one, WebStory story, WebViewer viewer) {
    return story
        .words(one.message())
        .map(
            text ->
                new Evidence(
                    one.span().mark(),
                    text.reveal().substring(one.span().start(), one.span().end()),
                    Tongue.of(text.reveal()),
                    meaning(one.cues(), viewer)));
  }

  private static String meaning(Set<String> cues, WebViewer viewer) {
    return String.join(
        "; ",
        cues.stream().map(cue -> viewer.cues().meaning(cue, viewer.locale())).distinct().toList());
  }

  /** Who was paged, in order, as far as it is lately. */
  List<Paging> paging(WebViewer viewer) {
    List<Duty.Attempt> all = lead.duty().attempts();
    return all.subList(Math.max(0, all.size() - PAGES_SHOWN), all.size()).stream()
        .map(a -> new Paging(a.step() + 1, viewer.people().name(a.who()), a.state(), a.at()))
        .toList();
  }
}
