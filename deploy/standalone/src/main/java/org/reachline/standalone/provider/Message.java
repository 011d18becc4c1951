package org.reachline.standalone.provider;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A message as the provider's API knows it.
 *
 * @param direction {@code inbound}, {@code outbound-api} or {@code outbound-reply}
 * @param errorCode 0 for none
 */
record Message(
    String sid,
    String accountSid,
    String from,
    String to,
    String body,
    List<String> media,
    String direction,
    String status,
    int errorCode,
    Instant at) {
  Message {
    requireNonNull(sid);
    requireNonNull(accountSid);
    requireNonNull(from);
    requireNonNull(to);
    requireNonNull(body);
    media = List.copyOf(media);
    requireNonNull(direction);
    requireNonNull(status);
    requireNonNull(at);
  }

  Message with(String newStatus, int newErrorCode) {
    return new Message(
        sid, accountSid, from, to, body, media, direction, newStatus, newErrorCode, at);
  }

  @Override
  public String toString() {
    return "Message[" + sid + " " + status + "]";
  }
}
