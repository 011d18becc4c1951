package org.reachline.triage;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What triage says of one message: assessed, or not assessed and why. Never quotes the message. */
public sealed interface Assessment {
  /** Version of the rules that were in force. */
  String rulesVersion();

  /**
   * The rules ran to the end.
   *
   * @param findings most urgent first; empty when nothing was found
   * @param carried the level of earlier messages after decay; see {@link #effective()}
   * @param neutralReply any automatic reply must give nothing away to a second reader
   * @param rank orders the queue, higher first; never disagrees with the severity
   * @param evidence in order of appearance in this message
   * @param earlierUsed refs of the earlier messages that took part, by their words or their level,
   *     oldest first
   */
  record Assessed(
      List<Finding> findings,
      Severity carried,
      boolean neutralReply,
      int rank,
      List<Evidence> evidence,
      List<Modifier> modifiers,
      List<String> earlierUsed,
      String rulesVersion)
      implements Assessment {
    public Assessed {
      findings = List.copyOf(findings);
      requireNonNull(carried);
      evidence = List.copyOf(evidence);
      modifiers = List.copyOf(modifiers);
      earlierUsed = List.copyOf(earlierUsed);
      requireNonNull(rulesVersion);
    }

    /** What this message says, read in its context: the level that raises an alert. */
    public Severity severity() {
      return findings.isEmpty() ? Severity.NONE : findings.getFirst().severity();
    }

    /**
     * The category that decides the response; {@link Category#NONE} exactly when severity is none.
     */
    public Category category() {
      return findings.isEmpty() ? Category.NONE : findings.getFirst().category();
    }

    /** {@link #severity()} or what is left of earlier risk, whichever is more urgent. */
    public Severity effective() {
      return severity().max(carried);
    }
  }

  /** The message could not be assessed: a person must read it. Never to be taken for "none". */
  record Unassessed(Reason reason, String rulesVersion) implements Assessment {
    public Unassessed {
      requireNonNull(reason);
      requireNonNull(rulesVersion);
    }
  }

  /** Why a message was not assessed; the names are stable codes. */
  enum Reason {
    /** The detector failed on this message. */
    DETECTOR_ERROR,
    /** The caller gave up waiting. */
    TIMEOUT,
    /** No rules were loaded. */
    NO_RULES,
    /** The message could not be decoded. */
    UNREADABLE
  }
}
