package org.reachline.cases.core;

import java.util.Set;
import org.reachline.contracts.Category;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/**
 * Whether somebody else may hold the phone: the client spoke of a person who hurts or controls
 * them. Until their safe-contact profile says otherwise nothing sent by machine may tell on them.
 */
public final class Unsafe {
  private static final Set<Category> WATCHED =
      Set.of(Category.DOMESTIC_VIOLENCE, Category.TRAFFICKING, Category.VIOLENCE_THREAT);

  private Unsafe() {}

  private static boolean guarded(Risk risk) {
    return risk.guarded() || WATCHED.contains(risk.category());
  }

  /** As far as the case knows: its crises, and the newest messages as they were read. */
  public static boolean phone(CaseFile file) {
    boolean crisis = file.crises().stream().anyMatch(c -> WATCHED.contains(c.category()));
    return crisis
        || file.log().tail().stream()
            .anyMatch(
                entry ->
                    entry.body() instanceof Entry.Received received && guarded(received.risk()));
  }

  /** Whether the client asked not to be called, while texts may go on. */
  public static boolean toCall(CaseFile file) {
    Set<Purpose> revoked = revoked(file);
    return revoked.contains(Purpose.CALL) && !revoked.contains(Purpose.SERVICE);
  }

  /** What the client wants none of, as far as the case shows it. */
  public static Set<Purpose> revoked(CaseFile file) {
    return file.log().tail().stream()
        .map(Entry::body)
        .filter(Entry.Consented.class::isInstance)
        .map(Entry.Consented.class::cast)
        .reduce((_, later) -> later)
        .map(Entry.Consented::revoked)
        .orElse(Set.of());
  }
}
