package org.reachline.standalone;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /demo/state} answers: everything the Phones page draws. Fields are those its script
 * reads.
 */
record PhonesState(
    Sam sam,
    @JsonProperty("case") Case shown,
    Maya maya,
    List<Station> steps,
    Story.Proof proof,
    String message,
    String live,
    String zone) {

  static final Case NO_CASE = new Case("", "", false);

  /** The client's phone. */
  record Sam(List<Bubble> messages) {}

  /** {@code direction} is out for what Sam wrote, in for what Sam got. */
  record Bubble(String id, String direction, String text, Instant at, String delivery) {}

  /** The console's own fragment, and the stream that tells of its changes. */
  record Case(String href, String live, boolean open) {}

  /**
   * The on-call phone.
   *
   * @param ringing whether a page is on it that can be answered
   * @param waiting whether somebody is being looked for, with or without a page on this phone
   */
  record Maya(
      Instant now,
      String name,
      boolean ringing,
      boolean waiting,
      String code,
      @Nullable Next next,
      List<Notification> notifications,
      String takenBy) {}

  /** Who is paged next, and when. */
  record Next(String name, Instant at) {}

  /** One message on the lock screen. */
  record Notification(String id, String text, Instant at) {}

  /** One station of the measured line; {@code state} is done, now or todo. */
  record Station(String key, @Nullable Instant at, @Nullable Long plusMs, String state) {}
}
