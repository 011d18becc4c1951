package org.reachline.notifier.oncall;

import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.keys.KeyedIds;

/** Tokens under a key of the agency: 128 bits, in lower-case base32. */
public final class LinkTokens implements AckLinks.Token {
  private final KeyedIds ids;

  public LinkTokens(KeyedIds ids) {
    this.ids = ids;
  }

  @Override
  public String of(AgencyId agency, String... parts) {
    StaffId anchor = new StaffId(agency + ".0.link");
    return ids.command(anchor, String.join("\n", parts)).body();
  }
}
