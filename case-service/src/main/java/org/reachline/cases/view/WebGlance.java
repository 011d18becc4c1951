package org.reachline.cases.view;

import java.util.Set;
import org.reachline.cases.core.CaseFile;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.PersonName;

/**
 * A case as a list shows it.
 *
 * @param channel of the address the client wrote from
 * @param lastTwo digits of it
 * @param by who of us wrote the newest message; empty where the client did
 * @param preview the newest message's words, empty where there are none
 * @param shape of that message, as in {@link WebStory.Said}
 */
public record WebGlance(
    CaseFile file,
    PersonName name,
    String channel,
    String lastTwo,
    Set<StaffId> by,
    MessageText preview,
    String shape) {
  public WebGlance {
    by = Set.copyOf(by);
  }
}
