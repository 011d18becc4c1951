package org.reachline.notifier.oncall;

import org.reachline.contracts.AgencyId;
import org.reachline.trust.keys.KeyedIds;

/** Tokens under the agency's link key: 128 bits, in lower-case base32. */
public final class LinkTokens implements AckLinks.Token {
  private final KeyedIds ids;

  public LinkTokens(KeyedIds ids) {
    this.ids = ids;
  }

  @Override
  public String of(AgencyId agency, String... parts) {
    return ids.linkToken(agency, parts);
  }
}
