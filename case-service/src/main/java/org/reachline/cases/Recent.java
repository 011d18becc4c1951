package org.reachline.cases;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.reachline.cases.core.Risk;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.triage.Context;
import org.reachline.triage.Context.Earlier;

/**
 * What each conversation said lately, in memory, for so many conversations; of each the levels of
 * its last messages and {@link Context#MEMORY_CHARACTERS} of their words, however long they were.
 * It is a help and no record: the topic can always fill it again.
 */
final class Recent {
  private final Map<ConversationId, List<Earlier>> lately;

  Recent(int conversations) {
    this.lately =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Entry<ConversationId, List<Earlier>> eldest) {
            return size() > conversations;
          }
        };
  }

  /**
   * The earlier messages of a conversation, without the one that is read now and without those
   * older than the memory of triage.
   */
  synchronized List<Earlier> before(ConversationId conversation, MessageId now, Instant at) {
    return lately.getOrDefault(conversation, List.of()).stream()
        .filter(earlier -> !earlier.ref().equals(now.value()))
        .filter(earlier -> !earlier.at().isBefore(at.minus(Context.MEMORY)))
        .toList();
  }

  /**
   * Whether somebody was paged for one of these: the lane asks no database whether that episode has
   * ended since, and takes it for open.
   */
  static boolean paged(List<Earlier> before) {
    return before.stream()
        .anyMatch(earlier -> earlier.severity().atLeast(org.reachline.triage.Severity.HIGH));
  }

  /**
   * Remembers a message; one known already is not doubled.
   *
   * @return whether it is new here
   */
  synchronized boolean remember(
      ConversationId conversation, MessageId message, Instant at, String text, Severity severity) {
    Deque<Earlier> known = new ArrayDeque<>(lately.getOrDefault(conversation, List.of()));
    boolean again = known.removeIf(earlier -> earlier.ref().equals(message.value()));
    known.addLast(new Earlier(message.value(), at, text, Risk.asContext(severity)));
    while (known.size() > Context.MEMORY_MESSAGES) {
      known.removeFirst();
    }
    lately.put(conversation, Context.shortened(List.copyOf(known)));
    return !again;
  }

  /** How many conversations it holds. */
  synchronized int size() {
    return lately.size();
  }
}
