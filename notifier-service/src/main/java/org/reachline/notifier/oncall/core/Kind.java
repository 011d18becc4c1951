package org.reachline.notifier.oncall.core;

/** What a text to staff is for. Only a page is fenced by the generation; the others tell. */
public enum Kind {
  /** Asks somebody to take it. */
  PAGE,
  /** Tells whoever was paged that another person has it. */
  TAKEN,
  /** Tells the one who took it that it is theirs. */
  YOURS,
  /** Tells whoever was paged that it is over. */
  CLOSED,
  /** Tells the one who has it that it became more urgent, or shows another danger. */
  RAISED,
  /** Tells the one who has it that the client wrote of a crisis again. */
  NEWS,
  /** Asks the one who has it whether it still goes on. */
  CHECK_IN
}
