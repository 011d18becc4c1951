package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.events.OutboundEvent.Purpose;

/** What a conversation said about being written to. Entries only grow; the state is their fold. */
public record Ledger(ConversationId id, List<Line> entries, long v) {
  private static final Set<Purpose> ALL =
      Set.of(Purpose.SERVICE, Purpose.REMINDER, Purpose.OUTREACH, Purpose.SHARING, Purpose.CALL);

  /** What no person sends by hand. */
  private static final Set<Purpose> AUTOMATED = Set.of(Purpose.REMINDER, Purpose.OUTREACH);

  private static final Duration ECHO = Duration.ofMinutes(5);

  public Ledger {
    requireNonNull(id, "id");
    entries = List.copyOf(entries);
  }

  /** The ledger of a conversation that has said nothing. */
  public static Ledger empty(ConversationId id) {
    return new Ledger(id, List.of(), 0);
  }

  /**
   * One entry.
   *
   * @param source {@code keyword} or {@code provider}
   * @param rule which rule read it so
   * @param cause the message or signal
   * @param revoked every purpose revoked after it
   * @param previous hash over the entry before, so that none can be taken out
   */
  public record Line(
      long seq,
      Instant at,
      Wish signal,
      String source,
      String rule,
      MessageId cause,
      Set<Purpose> revoked,
      String previous) {
    public Line {
      requireNonNull(at, "at");
      requireNonNull(signal, "signal");
      requireNonNull(source, "source");
      requireNonNull(rule, "rule");
      requireNonNull(cause, "cause");
      revoked = Set.copyOf(revoked);
      requireNonNull(previous, "previous");
    }

    String hash() {
      return sha256(
          String.join(
              "\n",
              Long.toString(seq),
              at.toString(),
              signal.name(),
              source,
              rule,
              cause.value(),
              new TreeSet<>(revoked).toString(),
              previous));
    }
  }

  /** Every purpose that stands revoked now. */
  public Set<Purpose> revoked() {
    return entries.isEmpty() ? Set.of() : entries.getLast().revoked();
  }

  /** Every purpose there is but the confirmation. */
  static Set<Purpose> all() {
    return ALL;
  }

  /** Whether the client wants no messages from us at all. */
  public boolean stopped() {
    return revoked().contains(Purpose.SERVICE);
  }

  /** Whether the newest word on it may have been a stop, and nobody has settled it. */
  public boolean doubted() {
    return entries.stream()
        .filter(line -> line.signal() != Wish.HELP)
        .reduce((_, later) -> later)
        .filter(line -> line.signal() == Wish.DOUBT)
        .isPresent();
  }

  /** The newest entry's place, 0 for none. */
  public long seq() {
    return entries.size();
  }

  /** Whether this cause is in it. */
  public boolean knows(MessageId cause) {
    return entries.stream().anyMatch(line -> line.cause().equals(cause));
  }

  /** The entry of a cause that is in it. */
  public Line of(MessageId cause) {
    return entries.stream().filter(line -> line.cause().equals(cause)).findFirst().orElseThrow();
  }

  /** Whether an entry changed what may be sent. */
  public boolean changed(Line line) {
    Set<Purpose> before = line.seq() == 1 ? Set.of() : entries.get((int) line.seq() - 2).revoked();
    return !before.equals(line.revoked());
  }

  /** Whether the newest entry is the same signal by the other way, moments apart. */
  public boolean echoes(Wish signal, String source, Instant at) {
    if (entries.isEmpty()) {
      return false;
    }
    Line last = entries.getLast();
    return last.signal() == signal
        && !last.source().equals(source)
        && Duration.between(last.at(), at).abs().compareTo(ECHO) <= 0;
  }

  /**
   * The same with one more entry.
   *
   * @param about the purposes a STOP or START speaks of
   */
  public Ledger add(
      Wish signal, Set<Purpose> about, String source, String rule, MessageId cause, Instant at) {
    List<Line> more = new ArrayList<>(entries);
    String previous = entries.isEmpty() ? "" : entries.getLast().hash();
    more.add(
        new Line(
            seq() + 1, at, signal, source, rule, cause, revokedAfter(signal, about), previous));
    return new Ledger(id, more, v);
  }

  /** Whether every entry still fits the one before. */
  public boolean verifies() {
    String previous = "";
    for (Line line : entries) {
      if (!line.previous().equals(previous)) {
        return false;
      }
      previous = line.hash();
    }
    return true;
  }

  private Set<Purpose> revokedAfter(Wish signal, Set<Purpose> about) {
    return switch (signal) {
      case STOP -> with(about);
      case DOUBT -> with(AUTOMATED);
      case HELP -> revoked();
      case START -> about.containsAll(ALL) ? restored() : without(about);
    };
  }

  private Set<Purpose> with(Set<Purpose> more) {
    Set<Purpose> all = new HashSet<>(revoked());
    all.addAll(more);
    return all;
  }

  private Set<Purpose> without(Set<Purpose> less) {
    Set<Purpose> left = new HashSet<>(revoked());
    left.removeAll(less);
    return left;
  }

  /**
   * What stood before the stop or the doubt; outreach was never given by the client, so a stop
   * keeps it away. Where only a part was stopped, a plain START gives our own texts back.
   */
  private Set<Purpose> restored() {
    if (!stopped() && !doubted()) {
      return without(Set.of(Purpose.SERVICE, Purpose.REMINDER));
    }
    Set<Purpose> before = stopped() ? EnumSet.of(Purpose.OUTREACH) : EnumSet.noneOf(Purpose.class);
    entries.stream()
        .filter(line -> line.signal() != Wish.DOUBT)
        .map(Line::revoked)
        .filter(revoked -> !revoked.contains(Purpose.SERVICE))
        .reduce((_, later) -> later)
        .ifPresent(before::addAll);
    return before;
  }

  private static String sha256(String text) {
    try {
      return Derived.base32(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
