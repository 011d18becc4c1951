package org.reachline.standalone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.StaffId;
import org.reachline.standalone.Hunts.Hunt;
import org.reachline.standalone.provider.Arrival;

/**
 * What the on-call phone of the Phones page shows. It can answer only a page that is on it: after a
 * restart the phone is empty while somebody is still being looked for.
 *
 * @param messages on its lock screen, oldest first
 * @param waiting whether somebody is being looked for, with or without a page on this phone
 * @param code of the page that can be answered, empty if there is none
 */
record OnCallPhone(List<Arrival> messages, boolean waiting, String code) {
  private static final Pattern PAGE_CODE = Pattern.compile("page ([A-Z0-9]{3})\\b");

  OnCallPhone {
    messages = List.copyOf(messages);
  }

  /**
   * A page that can still be answered stays, however old.
   *
   * @param since what came before is not shown
   */
  static OnCallPhone of(List<Arrival> arrived, Optional<Hunt> hunt, Instant since) {
    Optional<Instant> opened = hunt.filter(Hunt::looking).map(Hunt::opened);
    Instant from = opened.filter(since::isAfter).orElse(since);
    List<Arrival> shown = arrived.stream().filter(a -> !a.at().isBefore(from)).toList();
    return new OnCallPhone(
        shown, opened.isPresent(), opened.map(at -> lastCode(shown, at)).orElse(""));
  }

  private static String lastCode(List<Arrival> messages, Instant since) {
    String code = "";
    for (Arrival message : messages) {
      Matcher found = PAGE_CODE.matcher(message.body());
      code = !message.at().isBefore(since) && found.find() ? found.group(1) : code;
    }
    return code;
  }

  /** Whether there is a page to answer on it. */
  boolean ringing() {
    return !code.isEmpty();
  }

  /** Who is next and when; nobody where that time has passed: it is about to happen. */
  static @Nullable Turn next(Optional<Hunt> hunt, Instant now) {
    return hunt.filter(Hunt::looking)
        .map(
            one ->
                new Turn(
                    one.step() == 0 ? DemoAgency.LUIS : DemoAgency.MAYA,
                    one.next(DemoAgency.TENANT.step())))
        .filter(turn -> turn.at().isAfter(now))
        .orElse(null);
  }

  /** Who is paged at a time. */
  record Turn(StaffId who, Instant at) {}
}
