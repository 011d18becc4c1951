package org.reachline.cases.core;

import org.reachline.contracts.events.ConsentSignal;

/** What a ledger entry says: the three signals, and a doubt that a person must settle. */
public enum Wish {
  STOP,
  START,
  HELP,
  DOUBT;

  static Wish of(ConsentSignal signal) {
    return switch (signal) {
      case STOP -> STOP;
      case START -> START;
      case HELP -> HELP;
    };
  }
}
