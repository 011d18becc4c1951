package org.reachline.analytics.core;

/**
 * The catalogue: what is counted, from which facts, by which dimension, and whose moment decides
 * the bucket. A changed definition is a new version beside the old one.
 */
public enum Measure {
  /** Messages of clients that the gateway accepted; by channel; bucket of the acceptance. */
  MESSAGES_IN("messages.in", Kind.ACTIVITY),
  /** Messages a provider took from us; by author; bucket of the first news that it did. */
  MESSAGES_OUT("messages.out", Kind.ACTIVITY),
  /** Crises raised; by severity at that moment; bucket of the raising. */
  CRISES("crises", Kind.ACTIVITY),
  /** Crises raised; by category; bucket of the raising. */
  CRISES_BY_CATEGORY("crises.category", Kind.ACTIVITY),
  /** From a crisis to the first page a provider took; bucket of the raising. */
  CRISIS_TO_PAGE("crisis.page", Kind.COHORT),
  /** From that page to the first acknowledgement; bucket of the raising. */
  PAGE_TO_ACK("page.ack", Kind.COHORT),
  /** From a crisis to the first acknowledgement; bucket of the raising. */
  CRISIS_TO_ACK("crisis.ack", Kind.COHORT),
  /** Conversations in a crisis that nobody has taken; only grain open, bucket of its beginning. */
  NOT_TAKEN("crises.not_taken", Kind.ACTIVITY);

  /** What the bucket of a figure tells. */
  public enum Kind {
    /** When it happened: workload. */
    ACTIVITY,
    /** When that began which is measured: service level. */
    COHORT
  }

  private static final int VERSION = 1;

  private final String code;
  private final Kind kind;

  Measure(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /** Name and version of the definition, as it stands in keys. */
  public String id() {
    return code + "@" + VERSION;
  }

  public Kind kind() {
    return kind;
  }
}
