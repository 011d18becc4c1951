package org.reachline.contracts.personal;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The sealed part of a rejected request: all that is needed to verify it again under a corrected
 * credential.
 *
 * @param method the HTTP method
 * @param query the raw query, empty if none
 * @param headers name and value, in order, repeated names kept
 * @param bodyBase64 the raw bytes
 */
public record QuarantinedRequest(
    String method, MessageText query, List<Header> headers, MessageText bodyBase64) {
  public QuarantinedRequest {
    requireNonNull(method, "method");
    requireNonNull(query, "query");
    headers = List.copyOf(headers);
    requireNonNull(bodyBase64, "bodyBase64");
  }

  /** One header line. */
  public record Header(String name, MessageText value) {}
}
