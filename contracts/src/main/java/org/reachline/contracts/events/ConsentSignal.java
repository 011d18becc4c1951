package org.reachline.contracts.events;

/** What a client's words or a provider's signal say about being written to. */
public enum ConsentSignal {
  STOP,
  START,
  HELP
}
