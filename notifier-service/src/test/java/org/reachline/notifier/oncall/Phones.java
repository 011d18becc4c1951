package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.reachline.contracts.PageId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.oncall.core.Input.Outcome;
import org.reachline.notifier.oncall.core.Input.Progress;
import org.reachline.notifier.oncall.core.Input.Whereabouts;
import org.reachline.trust.Scope;

/** The far end of the staff line: phones that ring, and a provider that may misbehave. */
final class Phones implements StaffLine {
  private final StoreClock clock;
  private final OptOuts optOuts;
  final List<Arrived> arrived = new ArrayList<>();
  final Queue<Receipt> receipts = new ArrayDeque<>();
  final Set<StaffId> withoutReceipts = new HashSet<>();
  final Set<StaffId> withoutNumber = new HashSet<>();
  final Map<StaffId, Queue<Outcome>> script = new HashMap<>();
  boolean cannotBeAsked;
  boolean neverArrives;
  int asked;
  Consumer<Arrived> onArrival = _ -> {};

  /** A text that reached a phone. */
  record Arrived(StaffId to, PageId id, String words, Instant at) {}

  /** What the provider will say about one. */
  record Receipt(PageId id, Progress progress, String code) {}

  Phones(StoreClock clock, OptOuts optOuts) {
    this.clock = clock;
    this.optOuts = optOuts;
  }

  /** The provider answers this to the next send to somebody; Unknown arrives all the same. */
  void next(StaffId to, Outcome outcome) {
    script.computeIfAbsent(to, _ -> new ArrayDeque<>()).add(outcome);
  }

  @Override
  public Outcome send(Scope scope, Text text) {
    Queue<Outcome> planned = script.getOrDefault(text.to(), new ArrayDeque<>());
    Outcome outcome = planned.isEmpty() ? new Outcome.Accepted() : planned.remove();
    boolean arrives = outcome instanceof Outcome.Accepted || outcome instanceof Outcome.Unknown;
    if (arrives && !neverArrives) {
      Arrived one = new Arrived(text.to(), text.id(), text.words(), clock.now());
      arrived.add(one);
      if (!withoutReceipts.contains(text.to())) {
        receipts.add(new Receipt(text.id(), Progress.DELIVERED, ""));
      }
      onArrival.accept(one);
    }
    return outcome;
  }

  @Override
  public Whereabouts find(Scope scope, Text text, Instant since) {
    asked++;
    if (cannotBeAsked) {
      return Whereabouts.CANNOT_SAY;
    }
    boolean there =
        arrived.stream()
            .anyMatch(
                a ->
                    a.to().equals(text.to())
                        && a.words().equals(text.words())
                        && !a.at().isBefore(since));
    return there ? Whereabouts.HAS_IT : Whereabouts.HAS_NOT;
  }

  @Override
  public Set<StaffId> unreachable(Scope scope, Set<StaffId> staff) {
    Set<StaffId> unreachable = new HashSet<>(optOuts.among(scope, staff));
    staff.stream().filter(withoutNumber::contains).forEach(unreachable::add);
    return unreachable;
  }
}
