package org.reachline.cases.core;

/** What comes of a command. */
public sealed interface Verdict {
  /** The case as it is to be written. */
  record Do(CaseFile file) implements Verdict {}

  /** It was done before, under the same key. */
  record Already(CaseFile file) implements Verdict {}

  /** Not done; the case as it stands, for the answer. */
  record Refused(Refusal why, CaseFile file) implements Verdict {}
}
