package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.reachline.contracts.Category;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;

/**
 * The crisis somebody has to be found for. Codes and opaque ids only.
 *
 * @param category the danger of the highest level
 * @param language the client's, {@code und} where nobody can say
 * @param safeContact codes of what to know before calling or writing; empty where nobody has asked
 * @param besides other dangers the same conversation has shown
 */
public record Concern(
    CrisisId crisisId,
    ConversationId conversationId,
    Category category,
    Severity severity,
    String language,
    List<String> safeContact,
    Instant raisedAt,
    Set<Category> besides) {
  public Concern {
    requireNonNull(crisisId, "crisisId");
    requireNonNull(conversationId, "conversationId");
    requireNonNull(category, "category");
    requireNonNull(severity, "severity");
    language = Objects.requireNonNullElse(language, CrisisRaised.NO_LANGUAGE); // older documents
    safeContact = safeContact == null ? List.of() : List.copyOf(safeContact); // lack both
    requireNonNull(raisedAt, "raisedAt");
    besides = besides == null ? Set.of() : Set.copyOf(besides); // older documents lack it
  }

  /** One of whose client nothing more is known. */
  public Concern(
      CrisisId crisisId,
      ConversationId conversationId,
      Category category,
      Severity severity,
      Instant raisedAt) {
    this(
        crisisId,
        conversationId,
        category,
        severity,
        CrisisRaised.NO_LANGUAGE,
        List.of(),
        raisedAt,
        Set.of());
  }

  /** Whether a further one says more than is known: a higher level, or another danger. */
  boolean isOutdoneBy(Concern further) {
    return further.severity.compareTo(severity) > 0 || isNew(further.category);
  }

  private boolean isNew(Category other) {
    return other != Category.NONE && other != category && !besides.contains(other);
  }

  /**
   * With a further one of the same conversation: the higher level and the danger that has it, and
   * all that is known.
   */
  Concern and(Concern further) {
    boolean worse = further.severity.compareTo(severity) > 0;
    Category leading = worse && further.category != Category.NONE ? further.category : category;
    TreeSet<String> safe = new TreeSet<>(safeContact);
    safe.addAll(further.safeContact);
    Set<Category> others = new HashSet<>(besides);
    others.addAll(List.of(category, further.category));
    others.removeAll(List.of(leading, Category.NONE));
    return new Concern(
        crisisId,
        conversationId,
        leading,
        worse ? further.severity : severity,
        further.language.equals(CrisisRaised.NO_LANGUAGE) ? language : further.language,
        new ArrayList<>(safe),
        raisedAt,
        others);
  }
}
