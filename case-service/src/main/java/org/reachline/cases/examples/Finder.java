package org.reachline.cases.examples;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Risk;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.personal.MessageText;
import org.reachline.triage.Context;
import org.reachline.trust.Scope;

/** Finds a client's message in its case, in the document or in a sealed page. */
public final class Finder {
  private final CaseStore store;
  private final Boxes boxes;

  public Finder(CaseStore store, Boxes boxes) {
    this.store = store;
    this.boxes = boxes;
  }

  /** A message, or a change to one, as it was read for danger. */
  public sealed interface Found {
    Entry entry();

    Risk risk();

    /** When it was written. */
    Instant at();

    /** Whether an entry stood in the log when it was read. */
    boolean follows(Entry other);

    /** The first words. */
    record Message(Entry entry, Entry.Received received) implements Found {
      @Override
      public Risk risk() {
        return received.risk();
      }

      @Override
      public Instant at() {
        return entry.at();
      }

      @Override
      public boolean follows(Entry other) {
        return other.seq() < entry.seq();
      }
    }

    /** Later words. */
    record Edit(Entry entry, Entry.Change.Edited edited) implements Found {
      @Override
      public Risk risk() {
        return edited.risk();
      }

      @Override
      public Instant at() {
        return edited.at();
      }

      @Override
      public boolean follows(Entry other) {
        return !other.at().isAfter(edited.at());
      }
    }
  }

  /** Where a message of a case stands; empty if it is none of the client's there. */
  public Optional<Found> find(Scope scope, CaseFile file, MessageId message) {
    return in(file.log().tail(), message).or(() -> inPages(scope, file, message));
  }

  /** A change has no place of its own, so the pages are gone through, the newest first. */
  private Optional<Found> inPages(Scope scope, CaseFile file, MessageId message) {
    for (long number = file.log().pages(); number >= 1; number--) {
      @Nullable Page page = store.pages().one(scope, Page.idOf(file.id(), number));
      Optional<Found> found = page == null ? Optional.empty() : in(page.entries(), message);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> in(List<Entry> entries, MessageId message) {
    return entries.stream().flatMap(entry -> in(entry, message)).findFirst();
  }

  private static Stream<Found> in(Entry entry, MessageId message) {
    if (!(entry.body() instanceof Entry.Received received)) {
      return Stream.empty();
    }
    if (received.messageId().equals(message)) {
      return Stream.of(new Found.Message(entry, received));
    }
    return received.changes().stream()
        .filter(change -> change.id().equals(message))
        .filter(Entry.Change.Edited.class::isInstance)
        .map(change -> new Found.Edit(entry, (Entry.Change.Edited) change));
  }

  /**
   * The client's first words in the same conversation that it was read after, the oldest first, as
   * far as they are still there: none that were taken back.
   */
  public List<Found.Message> before(Scope scope, CaseFile file, Found found) {
    if (!(found.entry().body() instanceof Entry.Received now)) {
      return List.of();
    }
    Instant from = found.at().minus(Context.MEMORY);
    return newestFirst(scope, file)
        .filter(found::follows)
        .takeWhile(entry -> !entry.at().isBefore(from))
        .flatMap(entry -> received(entry, now.conversationId()))
        .limit(Context.MEMORY_MESSAGES)
        .filter(message -> !takenBack(message.received()))
        .sorted(Comparator.comparing(Found.Message::at).thenComparing(m -> m.entry().seq()))
        .toList();
  }

  private Stream<Entry> newestFirst(Scope scope, CaseFile file) {
    Stream<Entry> inPages =
        LongStream.iterate(file.log().pages(), number -> number >= 1, number -> number - 1)
            .mapToObj(number -> entries(scope, Page.idOf(file.id(), number)))
            .flatMap(entries -> entries.reversed().stream());
    return Stream.concat(file.log().tail().reversed().stream(), inPages);
  }

  private List<Entry> entries(Scope scope, String id) {
    @Nullable Page page = store.pages().one(scope, id);
    return page == null ? List.of() : page.entries();
  }

  private static Stream<Found.Message> received(Entry entry, ConversationId conversation) {
    return entry.body() instanceof Entry.Received received
            && received.conversationId().equals(conversation)
        ? Stream.of(new Found.Message(entry, received))
        : Stream.empty();
  }

  private static boolean takenBack(Entry.Received received) {
    return received.changes().stream().anyMatch(Entry.Change.Deleted.class::isInstance);
  }

  /** Its words, opened; empty if the box does not open. */
  public Optional<MessageText> words(CaseFile file, Found found) {
    try {
      long seq = found.entry().seq();
      return Optional.of(
          switch (found) {
            case Found.Message(_, var received) ->
                boxes.content(file.id(), seq, "content", received.content()).text();
            case Found.Edit(_, var edited) ->
                boxes.content(file.id(), seq, edited.id().body(), edited.content()).text();
          });
    } catch (Boxes.Damaged unreadable) {
      return Optional.empty();
    }
  }
}
