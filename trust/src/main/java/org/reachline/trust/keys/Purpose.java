package org.reachline.trust.keys;

import java.util.Locale;

/** What a key set is for. A service is given only the purposes it needs. */
public enum Purpose {
  /**
   * Ids made from addresses, provider ids and bodies: gateway, case-service. A pseudo-random
   * function.
   */
  ID,
  /** The sealed part of inbound and quarantined records: gateway, case-service. */
  INTAKE,
  /** The sealed part of outbound records: case-service, notifier. */
  SEND,
  /** What case-service stores: text, names, addresses. */
  CASE,
  /** Staff numbers at rest in the notifier. */
  STAFF,
  /** The session cookie: every service with pages. */
  SESSION,
  /** Acknowledgement links: notifier. A pseudo-random function. */
  LINK;

  boolean isPrf() {
    return this == ID || this == LINK;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
