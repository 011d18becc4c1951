package org.reachline.triage;

/** What the client's safe-contact profile says about reaching them. */
public enum SafeContact {
  /** Somebody else may hold or read the phone. */
  UNSAFE_PHONE,
  /** Never call. */
  NO_CALLS,
  /** Leave no text behind. */
  NO_TEXTS
}
