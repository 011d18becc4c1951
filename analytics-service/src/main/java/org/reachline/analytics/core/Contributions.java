package org.reachline.analytics.core;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.analytics.core.Milestone.Step;

/**
 * What a fact adds to which cells: the definitions of all measures. Pure, so the same set of
 * milestones always adds the same, and what it no longer adds can be taken back exactly.
 */
public final class Contributions {
  /** Before all time, by nobody. */
  private static final Milestone NEVER = Milestone.of(Step.RECORDED, "", Instant.MIN, 0, Map.of());

  private Contributions() {}

  /** The cells of a fact as it stands. */
  public static Map<CellKey, Amount> of(Fact fact, ZoneId zone) {
    Sheet sheet = new Sheet(fact.key(), zone, new LinkedHashMap<>());
    switch (fact.key().kind()) {
      case MESSAGE -> message(fact, sheet);
      case CRISIS -> crisis(fact, sheet);
      case CONVERSATION -> notTakenSince(fact).ifPresent(sheet::open);
    }
    return sheet.cells();
  }

  private static void message(Fact fact, Sheet sheet) {
    fact.first(Step.RECEIVED)
        .ifPresent(in -> sheet.add(Measure.MESSAGES_IN, in.at(), in, "channel", Amount.one()));
    Milestone author = fact.first(Step.REQUESTED).or(() -> fact.first(Step.RECORDED)).orElse(NEVER);
    taken(fact)
        .ifPresent(at -> sheet.add(Measure.MESSAGES_OUT, at, author, "author", Amount.one()));
  }

  /** When we first know of that the provider took it; a receipt may overtake the answer. */
  private static Optional<Instant> taken(Fact fact) {
    return Stream.of(Step.SENT, Step.DELIVERED, Step.READ)
        .flatMap(step -> fact.first(step).stream())
        .map(Milestone::at)
        .min(Instant::compareTo);
  }

  private static void crisis(Fact fact, Sheet sheet) {
    Optional<Milestone> raised = fact.first(Step.RAISED);
    if (raised.isEmpty()) {
      return;
    }
    Milestone crisis = raised.get();
    Instant from = crisis.at();
    sheet.add(Measure.CRISES, from, crisis, "severity", Amount.one());
    sheet.add(Measure.CRISES_BY_CATEGORY, from, crisis, "category", Amount.one());
    Optional<Instant> page = fact.first(Step.PAGED).map(Milestone::at);
    Optional<Instant> ack = fact.first(Step.ACKNOWLEDGED).map(Milestone::at);
    page.ifPresent(at -> sheet.time(Measure.CRISIS_TO_PAGE, from, from, at));
    ack.ifPresent(at -> sheet.time(Measure.CRISIS_TO_ACK, from, from, at));
    if (page.isPresent() && ack.isPresent()) {
      sheet.time(Measure.PAGE_TO_ACK, from, page.get(), ack.get());
    }
  }

  /**
   * Since when somebody in crisis waits for a person to take it: since the first crisis after the
   * last end that nobody has disposed of, unless an acknowledgement came and no page fell due after
   * it.
   */
  static Optional<Instant> notTakenSince(Fact fact) {
    Milestone end = latest(fact, Step.RESOLVED);
    Milestone ack = latest(fact, Step.ACKNOWLEDGED);
    Milestone due = latest(fact, Step.ESCALATED, Step.PAGING);
    boolean held = ack.compareTo(end) > 0 && ack.compareTo(due) > 0;
    return held ? Optional.empty() : openSince(fact, end);
  }

  /** The crises tell; of an escalation whose crises nobody has told yet, its own beginning does. */
  private static Optional<Instant> openSince(Fact fact, Milestone end) {
    List<Milestone> raised = after(fact, Step.RAISED, end);
    Set<String> over =
        all(fact, Step.DISPOSED).map(Contributions::crisis).collect(Collectors.toSet());
    return (raised.isEmpty() ? after(fact, Step.ESCALATED, end) : raised)
        .stream()
            .filter(begun -> !over.contains(crisis(begun)))
            .map(Milestone::at)
            .min(Instant::compareTo);
  }

  private static List<Milestone> after(Fact fact, Step step, Milestone end) {
    return all(fact, step).filter(begun -> begun.compareTo(end) > 0).toList();
  }

  /** Events of a crisis begin with its id. */
  private static String crisis(Milestone m) {
    return m.event().substring(0, Math.max(0, m.event().lastIndexOf('/')));
  }

  private static Stream<Milestone> all(Fact fact, Step step) {
    return Optional.ofNullable(fact.steps().get(step)).stream()
        .flatMap(steps -> Stream.concat(steps.first().stream(), Stream.of(steps.last())));
  }

  /** The last of these steps, or one before all time. */
  private static Milestone latest(Fact fact, Step... steps) {
    return Stream.of(steps)
        .flatMap(step -> fact.last(step).stream())
        .max(Milestone::compareTo)
        .orElse(NEVER);
  }

  /** The cells of one fact while they are being written down. */
  private record Sheet(FactKey fact, ZoneId zone, Map<CellKey, Amount> cells) {
    void add(Measure measure, Instant at, Milestone of, String dim, Amount amount) {
      put(measure, at, Map.of(dim, of.dim(dim)), amount);
    }

    void time(Measure measure, Instant at, Instant from, Instant to) {
      put(measure, at, Map.of(), Amount.between(from, to));
    }

    void open(Instant since) {
      cell(Measure.NOT_TAKEN, Grain.OPEN, since, Map.of(), Amount.one());
    }

    private void put(Measure measure, Instant at, Map<String, String> dims, Amount amount) {
      Grain.PAST.forEach(grain -> cell(measure, grain, at, dims, amount));
    }

    private void cell(
        Measure measure, Grain grain, Instant at, Map<String, String> dims, Amount amount) {
      Instant bucket = grain.bucket(at, zone);
      cells.put(CellKey.of(fact.agency(), measure, grain, bucket, dims), amount);
    }
  }
}
