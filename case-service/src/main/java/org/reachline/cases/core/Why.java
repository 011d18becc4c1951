package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent;
import org.reachline.contracts.events.CrisisEvent.Evidence;
import org.reachline.triage.Assessment;

/**
 * Why a message has its level, as it is kept with the message and with the crisis it raised: places
 * and codes, never words.
 *
 * @param evidence what was found in it, for the level and against it
 * @param modifiers codes of what changed the plain reading
 * @param readWith the earlier messages whose words or levels took part
 */
public record Why(
    List<Evidence> evidence,
    List<String> modifiers,
    List<MessageId> readWith,
    String rulesVersion) {
  public Why {
    evidence = List.copyOf(evidence);
    modifiers = List.copyOf(modifiers);
    readWith = List.copyOf(readWith);
    requireNonNull(rulesVersion, "rulesVersion");
  }

  /** Nothing was found by these rules. */
  public static Why nothing(String rulesVersion) {
    return new Why(List.of(), List.of(), List.of(), rulesVersion);
  }

  static Why of(Assessment.Assessed assessed) {
    return new Why(
        assessed.evidence().stream().map(Why::evidence).toList(),
        assessed.modifiers().stream().map(Why::code).toList(),
        assessed.earlierUsed().stream().map(MessageId::new).toList(),
        assessed.rulesVersion());
  }

  private static Evidence evidence(org.reachline.triage.Evidence e) {
    return new Evidence(
        e.start(), e.end(), e.cue(), code(e.effect()), Severity.valueOf(e.level().name()));
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Why of(CrisisEvent.CrisisRaised event) {
    return new Why(event.evidence(), event.modifiers(), event.readWith(), event.rulesVersion());
  }

  /** The same with each place elsewhere. */
  public Why at(IntUnaryOperator place) {
    return new Why(
        evidence.stream()
            .map(
                e ->
                    new Evidence(
                        place.applyAsInt(e.start()),
                        place.applyAsInt(e.end()),
                        e.cue(),
                        e.effect(),
                        e.level()))
            .toList(),
        modifiers,
        readWith,
        rulesVersion);
  }
}
