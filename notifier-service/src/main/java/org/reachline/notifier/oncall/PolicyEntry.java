package org.reachline.notifier.oncall;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Id;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Kind;
import org.reachline.notifier.oncall.core.PageText;
import org.reachline.notifier.oncall.core.Policy;

/** One agency's entry of the on-call file. */
final class PolicyEntry {
  private static final Set<String> NAMES =
      Set.of("line", "steps", "last-resort", "ack-timeout", "link-base", "open-link");
  private static final Set<String> OF_STEP = Set.of("targets", "delay");
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String A_TOKEN = "?t=" + "a".repeat(26);

  /** Quicker steps would bury the people they page; slower ones would forget the client. */
  private static final Duration QUICKEST = Duration.ofSeconds(10);

  private static final Duration SLOWEST = Duration.ofHours(2);
  private static final Duration LONGEST_ACK = Duration.ofMinutes(30);

  private final String name;
  private final Fields entry;
  private final OnCallFile.Known known;
  private boolean sound = true;

  PolicyEntry(String name, Fields entry, OnCallFile.Known known) {
    this.name = name;
    this.entry = new Fields(entry, this::unsound);
    this.known = known;
  }

  private void unsound() {
    sound = false;
  }

  /** The policy, or null where anything is wrong, all of which was told. */
  @Nullable Policy policy() {
    if (!entry.isEntry()) {
      entry.wrong("(entry)", "write line, steps, last-resort and link-base below it");
      return null;
    }
    AgencyId agency = agency();
    if (agency == null) {
      return null;
    }
    entry.only(NAMES);
    LineId line = line(agency);
    List<Policy.Step> steps = steps(agency);
    List<StaffId> lastResort = lastResort(agency);
    Duration ack = entry.time("ack-timeout", Duration.ofMinutes(10), QUICKEST, LONGEST_ACK);
    boolean open = entry.flag("open-link");
    String base = linkBase(open);
    return sound && line != null ? new Policy(line, steps, lastResort, ack, base, open) : null;
  }

  private @Nullable AgencyId agency() {
    try {
      AgencyId id = new AgencyId(name);
      if (known.agencies().contains(id)) {
        return id;
      }
      entry.wrong("(name)", "there is no such agency");
    } catch (IllegalArgumentException malformed) {
      entry.wrong("(name)", "not an agency code");
    }
    return null;
  }

  private @Nullable LineId line(AgencyId agency) {
    try {
      LineId line = new LineId(entry.text("line"));
      String wrong =
          line.agency().equals(agency) ? known.wrongWith(line) : "belongs to another agency";
      if (wrong.isEmpty()) {
        return line;
      }
      entry.wrong("line", wrong);
    } catch (IllegalArgumentException malformed) {
      entry.wrong("line", "write the id of a staff line, such as " + name + ".pager");
    }
    return null;
  }

  private List<Policy.Step> steps(AgencyId agency) {
    List<Policy.Step> steps = new ArrayList<>();
    String none = "write a list of steps; [] pages the last resort at once";
    for (Fields step : entry.entries("steps", none)) {
      step.only(OF_STEP);
      if (!step.has("delay")) {
        step.wrong("delay", "write how long to wait for an answer, such as 2m");
      }
      Duration delay = step.time("delay", QUICKEST, QUICKEST, SLOWEST);
      String nobody = "write a list of staff ids; [] leaves the step out";
      steps.add(new Policy.Step(staff(agency, step, "targets", nobody), delay));
    }
    return steps;
  }

  private List<StaffId> lastResort(AgencyId agency) {
    String nobody = "write a list of at least one person: nobody else is left to page";
    List<StaffId> staff = staff(agency, entry, "last-resort", nobody);
    if (staff.isEmpty() && sound) {
      entry.wrong("last-resort", nobody);
    }
    return staff;
  }

  private List<StaffId> staff(AgencyId agency, Fields of, String field, String advice) {
    List<StaffId> staff = new ArrayList<>();
    List<String> words = of.words(field, advice);
    for (int i = 0; i < words.size(); i++) {
      String wrong = wrongWith(agency, words.get(i));
      if (wrong.isEmpty()) {
        staff.add(new StaffId(words.get(i)));
      } else {
        of.wrong(field + "[" + i + "]", wrong);
      }
    }
    return staff;
  }

  private String wrongWith(AgencyId agency, String id) {
    if (!Id.isValid(id)) {
      return "not a staff id";
    }
    StaffId staff = new StaffId(id);
    if (!staff.agency().equals(agency)) {
      return "belongs to another agency";
    }
    if (!known.staff(staff)) {
      return "is not in the staff file";
    }
    return known.phone(staff) ? "" : "has no phone in the staff file: nothing can page them";
  }

  private String linkBase(boolean open) {
    String base = entry.text("link-base");
    if (isAddress(base)) {
      checkFits(base, open);
    } else {
      entry.wrong(
          "link-base", "write where staff sign in, such as https://p.example, without a last /");
    }
    return base;
  }

  /** Plain http only where nothing leaves the machine: the link may be a key. */
  private static boolean isAddress(String base) {
    try {
      URI uri = new URI(base);
      String host = uri.getHost();
      boolean safe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && LOOPBACK.contains(String.valueOf(host)));
      boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null;
      return safe && host != null && bare && uri.getUserInfo() == null && !base.endsWith("/");
    } catch (URISyntaxException malformed) {
      return false;
    }
  }

  private void checkFits(String base, boolean open) {
    String link = open ? "Or: " + base + "/a/7KD" + A_TOKEN : "Sign in: " + base + "/p/7KD";
    PageText.Fields longest =
        new PageText.Fields("7KD", link, new Policy.Duty("first", 0), "00:00", List.of());
    if (!PageText.fitsOneSegment(PageText.of(Kind.PAGE, longest))) {
      entry.wrong("link-base", "too long: a page must fit one text of 160 characters");
    }
  }
}
