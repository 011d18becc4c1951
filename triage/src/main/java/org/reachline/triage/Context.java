package org.reachline.triage;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * All that is known beside the message itself; the caller brings the time and the memory.
 *
 * @param now when the message was received
 * @param earlier inbound messages of the same client; kept are the last 20 within 72 h, oldest
 *     first, and of their texts the last 2,000 characters in all
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

  /** How many characters of their texts count, of all together. */
  public static final int MEMORY_CHARACTERS = 2_000;

  private static final int LONGEST_WORD = 100;

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
    return shortened(recent.subList(Math.max(0, recent.size() - MEMORY_MESSAGES), recent.size()));
  }

  /**
   * The same messages, oldest first, with no more of their texts than the last {@link
   * #MEMORY_CHARACTERS}; older ones keep their level and no words. So a reading, and what a caller
   * keeps for it, is bounded however long the messages were.
   */
  public static List<Earlier> shortened(List<Earlier> messages) {
    Deque<Earlier> kept = new ArrayDeque<>();
    int left = MEMORY_CHARACTERS;
    for (Earlier message : messages.reversed()) {
      Earlier last = message.last(left);
      kept.addFirst(last);
      boolean cut = last.text().length() < message.text().length();
      left = cut ? 0 : left - last.text().length(); // nothing from before a gap
    }
    return List.copyOf(kept);
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

    /** The same with the last so many characters of its text at most, cut at a word. */
    Earlier last(int characters) {
      return text.length() <= characters ? this : new Earlier(ref, at, tail(characters), severity);
    }

    private String tail(int characters) {
      int from = text.length() - characters;
      int word = from;
      while (word < text.length() && !Character.isWhitespace(text.charAt(word - 1))) {
        word++;
      }
      boolean found = word < text.length() && word - from <= LONGEST_WORD;
      return text.substring(found ? word : from);
    }

    /** Gives the length of the text only. */
    @Override
    public String toString() {
      return "Earlier[ref=" + ref + ", at=" + at + ", length=" + text.length() + "]";
    }
  }
}
