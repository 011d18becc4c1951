package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.MessageId;

/**
 * Forty old entries of a long thread. What is in it is fixed; only what became of each entry moves
 * on.
 *
 * @param number from 1; page n holds the entries 40(n-1)+1 to 40n
 */
public record Page(CaseId caseId, long number, List<Entry> entries, long v) {
  public static final int SIZE = 40;

  public Page {
    requireNonNull(caseId, "caseId");
    entries = List.copyOf(entries);
  }

  /** The document id. */
  public String id() {
    return idOf(caseId, number);
  }

  /** The document id of a page. */
  public static String idOf(CaseId caseId, long number) {
    return caseId.value() + "/p%07d".formatted(number);
  }

  /** Whether a case has more entries than its document should hold, all of the oldest published. */
  public static boolean due(CaseFile file) {
    return file.log().tail().size() >= CaseFile.TAIL_LIMIT
        && file.outbox().rows().stream()
            .noneMatch(row -> row instanceof Row.OfEntry(_, var seq) && seq <= lastOf(file));
  }

  /** The next page of a case. */
  public static Page next(CaseFile file) {
    return new Page(file.id(), file.log().pages() + 1, file.log().tail().subList(0, SIZE), 0);
  }

  /** The case without the entries of its next page. */
  public static CaseFile without(CaseFile file) {
    List<Entry> left = file.log().tail().subList(SIZE, file.log().tail().size());
    return file.with(new CaseFile.Log(left, file.log().seq(), file.log().pages() + 1));
  }

  /** The messages in it, in and out, and the signals. */
  public List<MessageId> messages() {
    List<MessageId> found = new ArrayList<>();
    for (Entry entry : entries) {
      switch (entry.body()) {
        case Entry.Received received -> found.add(received.messageId());
        case Entry.Sent sent -> found.add(sent.messageId());
        case Entry.Consented consented -> found.add(consented.cause());
        default -> {}
      }
    }
    return found.stream().distinct().toList();
  }

  /** The same, with every entry as far on as it or the other has it. */
  public Page forward(Page other) {
    Map<Long, Entry> others =
        other.entries.stream().collect(Collectors.toMap(Entry::seq, Function.identity()));
    return new Page(
        caseId,
        number,
        entries.stream().map(e -> further(e, others.getOrDefault(e.seq(), e))).toList(),
        v);
  }

  /** The same with one entry's body changed. */
  public Page change(
      java.util.function.Predicate<Entry> which, java.util.function.UnaryOperator<Entry.Body> how) {
    return new Page(
        caseId,
        number,
        entries.stream().map(e -> which.test(e) ? e.with(how.apply(e.body())) : e).toList(),
        v);
  }

  private static Entry further(Entry here, Entry there) {
    if (here.body() instanceof Entry.Sent a && there.body() instanceof Entry.Sent b) {
      return here.with(a.reached(b.delivery()));
    }
    if (here.body() instanceof Entry.Received a && there.body() instanceof Entry.Received b) {
      Entry.Received all = a;
      for (Entry.Change change : b.changes()) {
        all = all.changed(change);
      }
      return here.with(all);
    }
    return here;
  }

  private static long lastOf(CaseFile file) {
    return (file.log().pages() + 1) * SIZE;
  }
}
