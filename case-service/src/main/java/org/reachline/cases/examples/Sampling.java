package org.reachline.cases.examples;

import org.reachline.contracts.MessageId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.keys.KeyedIds;

/**
 * Which messages a person reads although nobody was alarmed: one in so many, told by a keyed hash
 * of the message's id. The same message is picked at each replay, and without the agency's key
 * nobody can tell which.
 */
public final class Sampling {
  private static final int BITS = 30;
  private static final int BITS_OF_A_CHARACTER = 5;
  private final KeyedIds ids;
  private final int oneIn;

  public Sampling(KeyedIds ids, int oneIn) {
    this.ids = ids;
    this.oneIn = oneIn;
  }

  public boolean picks(MessageId message) {
    return hash(message) % oneIn == 0;
  }

  /** Thirty bits of what the key makes of the id, under a name no staff member bears. */
  private long hash(MessageId message) {
    StaffId nobody = new StaffId(message.agency() + ".0.sampler");
    String keyed = ids.command(nobody, message.value()).body();
    return Long.parseLong(digits(keyed.substring(0, BITS / BITS_OF_A_CHARACTER)), 32);
  }

  /** From the letters of ids, a-z and 2-7, to those Java counts with. */
  private static String digits(String base32) {
    StringBuilder digits = new StringBuilder();
    base32
        .chars()
        .map(c -> c >= 'a' ? c - 'a' : c - '2' + 26)
        .forEach(value -> digits.append(Character.forDigit(value, 32)));
    return digits.toString();
  }
}
