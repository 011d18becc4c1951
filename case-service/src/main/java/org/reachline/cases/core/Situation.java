package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

/** What is known of a conversation when an event of it is decided. */
public sealed interface Situation {
  Ledger ledger();

  /** Nobody has written from there. */
  record Stranger(Ledger ledger) implements Situation {
    public Stranger {
      requireNonNull(ledger, "ledger");
    }
  }

  /** An address whose client record was never written: another process stopped in between. */
  record Orphan(Conversation conversation, Ledger ledger) implements Situation {
    public Orphan {
      requireNonNull(conversation, "conversation");
      requireNonNull(ledger, "ledger");
    }
  }

  /** A known client without a case at hand: it was reserved and never born, or never reserved. */
  record Known(Conversation conversation, Client client, Ledger ledger) implements Situation {
    public Known {
      requireNonNull(conversation, "conversation");
      requireNonNull(client, "client");
      requireNonNull(ledger, "ledger");
    }
  }

  /**
   * A known client and the case in question.
   *
   * @param decided whether the event's place was decided before, and is this case
   */
  record Filed(
      Conversation conversation, Client client, Ledger ledger, CaseFile file, boolean decided)
      implements Situation {
    public Filed {
      requireNonNull(conversation, "conversation");
      requireNonNull(client, "client");
      requireNonNull(ledger, "ledger");
      requireNonNull(file, "file");
    }

    Filed with(CaseFile other) {
      return new Filed(conversation, client, ledger, other, decided);
    }

    Filed with(Ledger other) {
      return new Filed(conversation, client, other, file, decided);
    }

    Filed with(Client other) {
      return new Filed(conversation, other, ledger, file, decided);
    }
  }
}
