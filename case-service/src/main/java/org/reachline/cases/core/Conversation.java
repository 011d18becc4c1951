package org.reachline.cases.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.reachline.contracts.ClientId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.personal.Address;

/**
 * One client address with one agency: the unit of order.
 *
 * @param owner the client record it belongs to
 * @param v version for compare-and-set; 0 while it is not stored
 */
public record Conversation(
    ConversationId id,
    Content<Address> address,
    String lastTwo,
    String channel,
    LineId line,
    ClientId owner,
    Instant since,
    long v) {
  public Conversation {
    requireNonNull(id, "id");
    requireNonNull(address, "address");
    requireNonNull(lastTwo, "lastTwo");
    requireNonNull(channel, "channel");
    requireNonNull(line, "line");
    requireNonNull(owner, "owner");
    requireNonNull(since, "since");
  }

  /** The last two digits, which is all a page shows of an address. */
  public static String lastTwoOf(Address address) {
    String digits = address.reveal().replaceAll("[^0-9]", "");
    return digits.substring(Math.max(0, digits.length() - 2));
  }
}
