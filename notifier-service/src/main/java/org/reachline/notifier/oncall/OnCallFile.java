package org.reachline.notifier.oncall;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Id;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Kind;
import org.reachline.notifier.oncall.core.PageText;
import org.reachline.notifier.oncall.core.Policy;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the on-call file. Everything wrong is told at once, each with file, agency and field; a
 * file with one mistake is not used at all, because half a policy is worse than none.
 */
public final class OnCallFile {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Duration SHORTEST_ACK = Duration.ofSeconds(10);
  private static final Duration LONGEST_ACK = Duration.ofMinutes(30);
  private static final String A_TOKEN = "?t=" + "a".repeat(26);

  private final Path file;
  private final Known known;
  private final List<String> mistakes = new ArrayList<>();
  private final Set<String> named = new HashSet<>();

  /** What the file may refer to. */
  public interface Known {
    /** All agencies: each needs somebody on call. */
    Set<AgencyId> agencies();

    boolean staff(StaffId id);
  }

  private OnCallFile(Path file, Known known) {
    this.file = file;
    this.known = known;
  }

  /**
   * Reads a file.
   *
   * @throws OnCallTrouble listing every mistake
   */
  public static Policies read(Path file, Known known) {
    OnCallFile reader = new OnCallFile(file, known);
    Map<AgencyId, Policy> policies = reader.policies();
    reader.nobodyIsLeftOut();
    if (!reader.mistakes.isEmpty()) {
      throw new OnCallTrouble(reader.mistakes);
    }
    return new Policies(policies);
  }

  private Map<AgencyId, Policy> policies() {
    Map<AgencyId, Policy> policies = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : document().properties()) {
      named.add(entry.getKey());
      Reading reading = new Reading(entry.getKey(), entry.getValue());
      Policy policy = reading.policy();
      if (policy != null) {
        policies.put(policy.line().agency(), policy);
      }
    }
    return policies;
  }

  private void nobodyIsLeftOut() {
    known.agencies().stream()
        .filter(agency -> !named.contains(agency.value()))
        .map(AgencyId::value)
        .sorted()
        .forEach(agency -> wrong(agency, "(entry)", "is missing: a crisis would page nobody"));
  }

  private JsonNode document() {
    if (!Files.isRegularFile(file)) {
      wrong("(all)", "file", "there is no such file; point reachline.notifier.on-call at one");
      return YAML.createObjectNode();
    }
    try {
      @Nullable JsonNode root = YAML.readTree(file.toFile());
      JsonNode agencies = root == null ? null : root.get("on-call");
      if (agencies != null && agencies.isObject()) {
        return agencies;
      }
      wrong("(all)", "on-call", "write on-call: and below it one entry per agency");
    } catch (JacksonException broken) { // its message may quote the file
      wrong("(all)", "row " + broken.getLocation().getLineNr(), "not readable as YAML");
    }
    return YAML.createObjectNode();
  }

  private void wrong(String agency, String field, String advice) {
    mistakes.add(file + ": agency " + agency + ", " + field + ": " + advice);
  }

  /** One agency's entry. */
  private final class Reading {
    private final String name;
    private final JsonNode entry;
    private final int before = mistakes.size();

    Reading(String name, JsonNode entry) {
      this.name = name;
      this.entry = entry;
    }

    @Nullable Policy policy() {
      AgencyId agency = agency();
      if (agency == null) {
        return null;
      }
      LineId line = line(agency);
      List<Policy.Step> steps = steps(agency);
      List<StaffId> lastResort = staff(agency, "last-resort", entry.path("last-resort"));
      if (lastResort.isEmpty()) {
        add("last-resort", "name at least one person: nobody else is left to page");
      }
      Duration ack = ackTimeout();
      String base = linkBase();
      boolean open = entry.path("open-link").asBoolean(false);
      checkFits(base, open);
      return mistakes.size() > before || line == null
          ? null
          : new Policy(line, steps, lastResort, ack, base, open);
    }

    private @Nullable AgencyId agency() {
      try {
        AgencyId id = new AgencyId(name);
        if (known.agencies().contains(id)) {
          return id;
        }
      } catch (IllegalArgumentException malformed) {
        add("(name)", "not an agency code");
        return null;
      }
      add("(name)", "there is no such agency");
      return null;
    }

    private @Nullable LineId line(AgencyId agency) {
      try {
        LineId line = new LineId(entry.path("line").asString(""));
        if (line.agency().equals(agency)) {
          return line;
        }
        add("line", "belongs to another agency");
      } catch (IllegalArgumentException malformed) {
        add("line", "write the id of a staff line, such as " + name + ".pager");
      }
      return null;
    }

    private List<Policy.Step> steps(AgencyId agency) {
      List<Policy.Step> steps = new ArrayList<>();
      JsonNode list = entry.path("steps");
      for (int i = 0; i < list.size(); i++) {
        String field = "steps[" + i + "]";
        Duration delay = duration(field + ".delay", list.get(i).path("delay"), Duration.ZERO);
        if (delay.isNegative() || delay.isZero()) {
          add(field + ".delay", "write how long to wait, such as 2m");
        }
        steps.add(
            new Policy.Step(staff(agency, field + ".targets", list.get(i).path("targets")), delay));
      }
      return steps;
    }

    private List<StaffId> staff(AgencyId agency, String field, JsonNode list) {
      List<StaffId> staff = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        String value = list.get(i).asString("");
        if (!Id.isValid(value)) {
          add(field + "[" + i + "]", "not a staff id");
        } else if (!new StaffId(value).agency().equals(agency)) {
          add(field + "[" + i + "]", "belongs to another agency");
        } else if (!known.staff(new StaffId(value))) {
          add(field + "[" + i + "]", "is not in the staff file");
        } else {
          staff.add(new StaffId(value));
        }
      }
      return staff;
    }

    private Duration ackTimeout() {
      Duration ack = duration("ack-timeout", entry.path("ack-timeout"), Duration.ofMinutes(10));
      if (ack.compareTo(SHORTEST_ACK) < 0 || ack.compareTo(LONGEST_ACK) > 0) {
        add("ack-timeout", "between 10s and 30m");
      }
      return ack;
    }

    private Duration duration(String field, JsonNode node, Duration fallback) {
      if (node.isMissingNode()) {
        return fallback;
      }
      try {
        return DurationStyle.detectAndParse(node.asString(""));
      } catch (IllegalArgumentException malformed) {
        add(field, "not a duration; write 90s, 2m or 1h");
        return Duration.ofMinutes(1);
      }
    }

    private String linkBase() {
      String base = entry.path("link-base").asString("");
      boolean address = base.startsWith("https://") || base.startsWith("http://");
      if (!address || base.endsWith("/")) {
        add("link-base", "write where staff sign in, such as https://p.example, without a last /");
      }
      return base;
    }

    private void checkFits(String base, boolean open) {
      String link = open ? "Or: " + base + "/a/7KD" + A_TOKEN : "Sign in: " + base + "/p/7KD";
      PageText.Fields longest =
          new PageText.Fields("7KD", link, new Policy.Duty("first", 0), "00:00", List.of());
      if (!PageText.fitsOneSegment(PageText.of(Kind.PAGE, longest))) {
        add("link-base", "too long: a page must fit one text of 160 characters");
      }
    }

    private void add(String field, String advice) {
      wrong(name, field, advice);
    }
  }
}
