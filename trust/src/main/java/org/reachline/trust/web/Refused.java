package org.reachline.trust.web;

import org.springframework.http.HttpStatus;

/**
 * A request that gets no answer but its refusal. Thrown by handlers through {@link Guard}, told by
 * {@link Answers}.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final HttpStatus status;

  private Refused(HttpStatus status) {
    super(status.name(), null, false, false);
    this.status = status;
  }

  /** Absent, another agency's, or not even to be known of: one and the same answer. */
  public static Refused notFound() {
    return new Refused(HttpStatus.NOT_FOUND);
  }

  /** There, and known to them, but not theirs to do. */
  public static Refused forbidden() {
    return new Refused(HttpStatus.FORBIDDEN);
  }

  static Refused signedOut() {
    return new Refused(HttpStatus.UNAUTHORIZED);
  }

  static Refused crossSite() {
    return new Refused(HttpStatus.FORBIDDEN);
  }

  HttpStatus status() {
    return status;
  }
}
