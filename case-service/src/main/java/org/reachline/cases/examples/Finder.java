package org.reachline.cases.examples;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Page;
import org.reachline.cases.core.Risk;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.store.CaseStore;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.personal.MessageText;
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

    /** The first words. */
    record Message(Entry entry, Entry.Received received) implements Found {
      @Override
      public Risk risk() {
        return received.risk();
      }
    }

    /** Later words. */
    record Edit(Entry entry, Entry.Change.Edited edited) implements Found {
      @Override
      public Risk risk() {
        return edited.risk();
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
