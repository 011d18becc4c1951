package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.personal.PersonName;

/**
 * The record of one person, as far as we know.
 *
 * @param open the newest case of each programme, reserved before it is born
 */
public record Client(ClientId id, Content<PersonName> name, Map<String, Reservation> open, long v) {
  public Client {
    requireNonNull(id, "id");
    requireNonNull(name, "name");
    open = Map.copyOf(open);
  }

  /** All a case needs to be born: whoever finds it can finish what another began. */
  public record Reservation(CaseId caseId, MessageId openedBy, LineId line, Instant at) {
    public Reservation {
      requireNonNull(caseId, "caseId");
      requireNonNull(openedBy, "openedBy");
      requireNonNull(line, "line");
      requireNonNull(at, "at");
    }
  }

  /** The same with another case reserved. */
  public Client reserving(String programme, Reservation reservation) {
    Map<String, Reservation> next = new LinkedHashMap<>(open);
    next.put(programme, reservation);
    return new Client(id, name, next, v);
  }
}
