package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import org.reachline.contracts.CommandId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.CrisisId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.MessageText;

/** What a signed-in person wants done to a case. */
public sealed interface Command {
  /** Made from the person and their idempotency key, so that doing it twice is doing it once. */
  CommandId id();

  StaffId by();

  /**
   * Answer the client.
   *
   * @param seenSeq the newest entry on the writer's screen
   */
  record Reply(
      CommandId id, StaffId by, ConversationId conversation, MessageText text, long seenSeq)
      implements Command {
    public Reply {
      requireNonNull(id, "id");
      requireNonNull(by, "by");
      requireNonNull(conversation, "conversation");
      requireNonNull(text, "text");
    }
  }

  /**
   * Give the case to a colleague.
   *
   * @param expectedSeq what the person saw
   */
  record Assign(CommandId id, StaffId by, StaffId worker, long expectedSeq) implements Command {
    public Assign {
      requireNonNull(id, "id");
      requireNonNull(by, "by");
      requireNonNull(worker, "worker");
    }
  }

  /** End the episode. */
  record Close(
      CommandId id, StaffId by, String reason, String outcome, long seenSeq, long expectedSeq)
      implements Command {
    public Close {
      requireNonNull(id, "id");
      requireNonNull(by, "by");
      requireNonNull(reason, "reason");
      requireNonNull(outcome, "outcome");
    }
  }

  /** End a crisis. */
  record Dispose(CommandId id, StaffId by, CrisisId crisis, String outcome) implements Command {
    public Dispose {
      requireNonNull(id, "id");
      requireNonNull(by, "by");
      requireNonNull(crisis, "crisis");
      requireNonNull(outcome, "outcome");
    }
  }
}
