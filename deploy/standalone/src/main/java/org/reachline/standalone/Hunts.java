package org.reachline.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.EscalationId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.events.EscalationEvent;

/**
 * The efforts to find a person for one conversation, folded from their events in whatever order the
 * topic gives them. The page shows one: that which still looks for somebody, else the youngest.
 */
final class Hunts {
  private final Map<EscalationId, Hunt> all = new HashMap<>();

  /** Who took it, and when. */
  record Taken(StaffId by, Instant at) {}

  /**
   * One effort.
   *
   * @param step of the policy, from 0
   * @param paged when the pages of that step went out
   * @param over whether somebody ended it
   */
  record Hunt(
      CrisisId crisis,
      Instant opened,
      int step,
      Instant paged,
      @Nullable Taken taken,
      boolean over) {

    /** Whether somebody is being looked for. */
    boolean looking() {
      return taken == null && !over;
    }

    /** When the next step begins if nobody answers. */
    Instant next(Duration delay) {
      return paged.plus(delay);
    }

    private Hunt at(int now, Instant since) {
      return new Hunt(crisis, opened, now, since, taken, over);
    }

    private Hunt taken(@Nullable Taken now) {
      return new Hunt(crisis, opened, step, paged, now, over);
    }

    private Hunt ended() {
      return new Hunt(crisis, opened, step, paged, taken, true);
    }
  }

  void seen(EscalationEvent event) {
    switch (event) {
      case EscalationEvent.EscalationOpened open ->
          all.putIfAbsent(
              open.escalationId(), new Hunt(open.crisisId(), open.at(), 0, open.at(), null, false));
      case EscalationEvent.PagePlanned page ->
          change(event, hunt -> hunt.at(page.step(), page.at()));
      case EscalationEvent.SteppedOn on -> // also: handed back, or no contact in time
          change(event, hunt -> hunt.at(on.step(), on.at()).taken(null));
      case EscalationEvent.Acknowledged ack ->
          change(event, hunt -> hunt.taken(new Taken(ack.by(), ack.at())));
      case EscalationEvent.Resolved _ -> change(event, Hunt::ended);
      default -> {}
    }
  }

  private void change(EscalationEvent event, UnaryOperator<Hunt> how) {
    all.computeIfPresent(event.escalationId(), (_, hunt) -> how.apply(hunt));
  }

  /** The one the page shows. */
  Optional<Hunt> shown() {
    return all.values().stream()
        .max(Comparator.comparing(Hunt::looking).thenComparing(Hunt::opened));
  }
}
