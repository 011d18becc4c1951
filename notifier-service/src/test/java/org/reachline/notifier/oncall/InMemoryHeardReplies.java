package org.reachline.notifier.oncall;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;

/** Texts from staff, in memory. */
final class InMemoryHeardReplies implements HeardReplies {
  private final Map<String, Heard> all = new HashMap<>();

  @Override
  public synchronized Optional<Heard> find(Scope scope, String id) {
    return id.startsWith(scope.agency() + ".")
        ? Optional.ofNullable(all.get(id))
        : Optional.empty();
  }

  @Override
  public synchronized boolean insert(Scope scope, Heard heard) {
    if (!heard.id().startsWith(scope.agency() + ".")) {
      throw new IllegalArgumentException("of another agency");
    }
    return all.putIfAbsent(heard.id(), heard) == null;
  }

  @Override
  public synchronized boolean beginAnswer(Scope scope, String id) {
    Optional<Heard> first = find(scope, id).filter(h -> !h.answered());
    first.ifPresent(h -> all.put(id, answered(h)));
    return first.isPresent();
  }

  private static Heard answered(Heard h) {
    return new Heard(h.id(), h.staff(), h.wrongCode(), h.answer(), true, h.at());
  }

  @Override
  public synchronized long wrongCodes(Scope scope, StaffId staff, Instant since) {
    return all.values().stream()
        .filter(h -> h.wrongCode() && h.staff().equals(staff) && !h.at().isBefore(since))
        .count();
  }
}
