package org.reachline.cases.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import org.reachline.contracts.CaseId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** The changes of one agency on this node: the newest of them, and who listens. */
public final class WebBoard {
  private static final int KEPT = 512;
  private static final int WAITING = 256;
  private static final int KNOWN = 20_000;

  private final Deque<WebChange> newest = new ArrayDeque<>();
  private final List<Sinks.Many<WebChange>> viewers = new ArrayList<>();
  private final Map<CaseId, WebTrace> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CaseId, WebTrace> eldest) {
          return size() > KNOWN;
        }
      };
  private long no;

  /**
   * What a viewer gets first, and then.
   *
   * @param complete whether nothing is missing since their position
   */
  public record Following(boolean complete, List<WebChange> missed, Flux<WebChange> next) {}

  synchronized long newest() {
    return no;
  }

  /** A first sight is the ground for later differences; a newer one is news. */
  synchronized void read(CaseId id, WebTrace now) {
    WebTrace before = known.putIfAbsent(id, now);
    if (before != null && before.v() < now.v()) {
      tell(id, before, now);
    }
  }

  synchronized void wrote(CaseId id, WebTrace now) {
    WebTrace before = known.getOrDefault(id, WebTrace.NONE);
    if (before.v() < now.v()) {
      tell(id, before, now);
    }
  }

  private void tell(CaseId id, WebTrace before, WebTrace now) {
    known.put(id, now);
    if (before.looksLike(now)) {
      return;
    }
    WebChange change = WebChange.between(++no, id, before, now);
    newest.addLast(change);
    if (newest.size() > KEPT) {
      newest.removeFirst();
    }
    List.copyOf(viewers).forEach(viewer -> tell(viewer, change));
  }

  /** One who cannot keep up is let go; they come back and ask from where they stood. */
  private void tell(Sinks.Many<WebChange> viewer, WebChange change) {
    if (viewer.tryEmitNext(change).isFailure()) {
      viewers.remove(viewer);
      Sinks.EmitResult _ = viewer.tryEmitComplete();
    }
  }

  /** Listens from a number on; a negative one means that the viewer's own is not known. */
  public synchronized Following follow(long after) {
    Sinks.Many<WebChange> viewer =
        Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(WAITING));
    viewers.add(viewer);
    long first = newest.isEmpty() ? no + 1 : newest.getFirst().no();
    boolean complete = after >= first - 1 && after <= no;
    List<WebChange> missed =
        complete ? newest.stream().filter(change -> change.no() > after).toList() : List.of();
    return new Following(complete, missed, viewer.asFlux().doFinally(_ -> leave(viewer)));
  }

  private synchronized void leave(Sinks.Many<WebChange> viewer) {
    viewers.remove(viewer);
  }

  synchronized int viewers() {
    return viewers.size();
  }
}
