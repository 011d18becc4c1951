package org.reachline.notifier.oncall;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.lines.ConfiguredLine.Use;
import org.reachline.channels.lines.Lines;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.TrustProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the on-call file may refer to in this deployment. */
record KnownHere(TrustProperties trust, StaffDirectory directory, Lines lines)
    implements OnCallFile.Known {
  private static final Logger LOG = LoggerFactory.getLogger(KnownHere.class);

  @Override
  public Set<AgencyId> agencies() {
    return trust.agencies().keySet();
  }

  @Override
  public boolean staff(StaffId id) {
    return directory.member(id) != null;
  }

  @Override
  public boolean phone(StaffId id) {
    @Nullable Member member = directory.member(id);
    return member != null && member.hasPhone();
  }

  /** A line that is merely broken may be mended while we run, so it is only said aloud. */
  @Override
  public String wrongWith(LineId id) {
    ConfiguredLine line = lines.line(id);
    if (line != null) {
      return line.use() == Use.STAFF ? "" : "is a line of clients: pages need one with use: staff";
    }
    if (lines.problems().isEmpty()) {
      return "there is no such line in the lines file";
    }
    LOG.error("line {} cannot run: pages fail until the lines file is mended", id);
    return "";
  }
}
