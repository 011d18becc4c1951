package org.reachline.cases.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.PersonName;

/**
 * Who looks at a page, and how.
 *
 * @param people their colleagues
 * @param words what the pages have no words for
 * @param cues what the rules in force mean by their cues
 * @param previews whether words of clients may stand in lists: not on a device others use
 */
public record WebViewer(
    StaffId me,
    WebPeople people,
    WebWords words,
    WebCues cues,
    ZoneId zone,
    Instant now,
    boolean previews) {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  Locale locale() {
    return words.locale();
  }

  /** A client's short name, or the word for one nobody has named. */
  String client(PersonName name) {
    return name.reveal().isBlank() ? words.newPerson() : WebPeople.brief(name).reveal();
  }

  /** A client's first name, or the same word. */
  String firstName(PersonName name) {
    return name.reveal().isBlank() ? words.newPerson() : WebPeople.first(name);
  }

  String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /** Such as 12 Nov. */
  String day(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM", locale()).format(at.atZone(zone));
  }
}
