package org.reachline.notifier.oncall;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Policy;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the on-call file. Everything wrong is told at once, each with file, agency and field; a
 * file with one mistake is not used at all, because half a policy is worse than none. What an entry
 * may say stands in {@link PolicyEntry}.
 */
public final class OnCallFile {
  private static final String ROOT = "on-call";
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  private final Path file;
  private final Known known;
  private final List<String> mistakes = new ArrayList<>();
  private final Set<String> named = new HashSet<>();

  /** What the file may refer to. */
  public interface Known {
    /** All agencies: each needs somebody on call. */
    Set<AgencyId> agencies();

    /** Whether somebody of this id is on the staff. */
    boolean staff(StaffId id);

    /** Whether somebody of the staff can be texted. */
    boolean phone(StaffId id);

    /** What is wrong with a line that pages would leave from; empty if nothing is. */
    String wrongWith(LineId line);
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
    if (reader.mistakes.isEmpty()) {
      reader.nobodyIsLeftOut();
    }
    if (!reader.mistakes.isEmpty()) {
      throw new OnCallTrouble(reader.mistakes);
    }
    return Policies.fixed(policies);
  }

  private Map<AgencyId, Policy> policies() {
    Map<AgencyId, Policy> policies = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : document().properties()) {
      named.add(entry.getKey());
      Policy policy = policy(entry.getKey(), entry.getValue());
      if (policy != null) {
        policies.put(policy.line().agency(), policy);
      }
    }
    return policies;
  }

  private @Nullable Policy policy(String agency, JsonNode entry) {
    Fields fields = new Fields(entry, (field, advice) -> wrong(agency, field, advice));
    return new PolicyEntry(agency, fields, known).policy();
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
      return agencies(YAML.readTree(file.toFile()));
    } catch (JacksonException broken) { // its message may quote the file
      wrong("(all)", row(broken), "not readable as YAML, or a name stands there twice");
      return YAML.createObjectNode();
    }
  }

  private JsonNode agencies(@Nullable JsonNode root) {
    JsonNode agencies = root == null ? null : root.get(ROOT);
    if (root == null || agencies == null || !agencies.isObject()) {
      wrong("(all)", ROOT, "write on-call: and below it one entry per agency");
      return YAML.createObjectNode();
    }
    new Fields(root, (field, advice) -> wrong("(all)", field, advice)).only(Set.of(ROOT));
    return agencies;
  }

  private static String row(JacksonException broken) {
    return broken.getLocation() == null ? "file" : "row " + broken.getLocation().getLineNr();
  }

  private void wrong(String agency, String field, String advice) {
    mistakes.add(file + ": agency " + agency + ", " + field + ": " + advice);
  }
}
