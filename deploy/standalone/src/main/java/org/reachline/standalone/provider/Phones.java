package org.reachline.standalone.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;

/**
 * The phones of everyone: what arrived where and when, in the order it arrived. The arrival log an
 * outside judge reads. Safe for use by many threads.
 */
public final class Phones {
  private static final int KEPT = 50_000;

  private final Deque<Arrival> log = new ArrayDeque<>();
  private final Map<String, List<Consumer<Arrival>>> listeners = new ConcurrentHashMap<>();

  Phones() {}

  /** Ends a subscription; may be closed twice. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  synchronized void ring(Arrival arrival) {
    log.addLast(arrival);
    if (log.size() > KEPT) {
      log.removeFirst();
    }
    notifyAll();
    listeners.getOrDefault(arrival.to(), List.of()).forEach(listener -> listener.accept(arrival));
  }

  /** All that arrived anywhere. */
  public synchronized List<Arrival> all() {
    return List.copyOf(log);
  }

  /** All that arrived at this phone. */
  public synchronized List<Arrival> at(String phone) {
    return log.stream().filter(arrival -> arrival.to().equals(phone)).toList();
  }

  /** Calls the listener for what arrives from now on, one at a time; it must be quick. */
  public Subscription subscribe(String phone, Consumer<Arrival> listener) {
    List<Consumer<Arrival>> ofPhone =
        listeners.computeIfAbsent(phone, _ -> new CopyOnWriteArrayList<>());
    ofPhone.add(listener);
    return () -> ofPhone.remove(listener);
  }

  /** What arrived so far and what arrives later, none left out and none twice. */
  public Flux<Arrival> arrivals(String phone) {
    return Flux.create(
        sink -> {
          synchronized (this) {
            at(phone).forEach(sink::next);
            Subscription subscription = subscribe(phone, sink::next);
            sink.onDispose(subscription::close);
          }
        });
  }

  /** The first arrival of this kind, waited for if need be; empty when the time is up. */
  public synchronized Optional<Arrival> await(
      String phone, Predicate<Arrival> wanted, Duration limit) throws InterruptedException {
    Instant end = Instant.now().plus(limit);
    Optional<Arrival> found = first(phone, wanted);
    while (found.isEmpty() && Instant.now().isBefore(end)) {
      wait(Math.max(1, Duration.between(Instant.now(), end).toMillis()));
      found = first(phone, wanted);
    }
    return found;
  }

  private Optional<Arrival> first(String phone, Predicate<Arrival> wanted) {
    return at(phone).stream().filter(wanted).findFirst();
  }
}
