package org.reachline.cases.core;

import java.util.Set;
import org.reachline.contracts.Category;

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
}
