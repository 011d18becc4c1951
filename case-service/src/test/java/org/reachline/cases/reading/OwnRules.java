package org.reachline.cases.reading;

/** Rules an agency adds to those of the core, for tests. */
public final class OwnRules {
  /** A word of its own that means danger. */
  public static final String GOOD =
      """
      version 2026-11-23.9
      cue harbor.word RISK exposure high
        en: the word this agency agreed on
        es: la palabra que acordó esta agencia
        quillfeather tonight
      """;

  private OwnRules() {}
}
