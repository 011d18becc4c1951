package org.reachline.triage;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All that is known beside the message itself; the caller brings the time and the memory.
 *
 * @param now when the message was received
 * @param earlier inbound messages of the same client; kept are the last 20 within 72 h, oldest
 *     first
 * @param openEpisode an alert of this client is still open
 */
public record Context(
    Instant now,
    List<Earlier> earlier,
    boolean openEpisode,
    Set<SafeContact> safeContact,
    WeatherAlert weather) {
  /** How far back earlier messages count. */
  public static final Duration MEMORY = Duration.ofHours(72);

  /** How many earlier messages count. */
  public static final int MEMORY_MESSAGES = 20;

  public Context {
    requireNonNull(weather);
    safeContact = Set.copyOf(safeContact);
    earlier = remembered(requireNonNull(now), earlier);
  }

  /** A first message in ordinary weather. */
  public static Context at(Instant now) {
    return new Context(now, List.of(), false, Set.of(), WeatherAlert.NONE);
  }

  /** The same with these earlier messages, in any order. */
  public Context withEarlier(List<Earlier> messages) {
    return new Context(now, messages, openEpisode, safeContact, weather);
  }

  /** The same with or without an open episode. */
  public Context withOpenEpisode(boolean open) {
    return new Context(now, earlier, open, safeContact, weather);
  }

  /** The same with this safe-contact profile. */
  public Context withSafeContact(Set<SafeContact> flags) {
    return new Context(now, earlier, openEpisode, flags, weather);
  }

  /** The same under this weather. */
  public Context withWeather(WeatherAlert alert) {
    return new Context(now, earlier, openEpisode, safeContact, alert);
  }

  /** Names no earlier text. */
  @Override
  public String toString() {
    return "Context[now=" + now + ", earlier=" + earlier.size() + ", weather=" + weather + "]";
  }

  private static List<Earlier> remembered(Instant now, List<Earlier> messages) {
    var recent =
        messages.stream()
            .filter(m -> !m.at().isBefore(now.minus(MEMORY)))
            .sorted(Comparator.comparing(Earlier::at).thenComparing(Earlier::ref))
            .toList();
    return recent.subList(Math.max(0, recent.size() - MEMORY_MESSAGES), recent.size());
  }

  /**
   * An earlier inbound message.
   *
   * @param ref the caller's opaque id, handed back in {@link Assessment.Assessed#earlierUsed()}
   * @param severity its {@link Assessment.Assessed#severity()}, not its effective level: decay must
   *     not restart
   */
  public record Earlier(String ref, Instant at, String text, Severity severity) {
    public Earlier {
      requireNonNull(ref);
      requireNonNull(at);
      requireNonNull(text);
      requireNonNull(severity);
    }

    /** Gives the length of the text only. */
    @Override
    public String toString() {
      return "Earlier[ref=" + ref + ", at=" + at + ", length=" + text.length() + "]";
    }
  }
}
