package org.reachline.trust.staff;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.reachline.contracts.AgencyId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the staff file. Every mistake is listed with its entry and field, all at once, and no value
 * is repeated: they are about people.
 */
final class StaffFile {
  private static final YAMLMapper YAML = new YAMLMapper();

  private final Set<AgencyId> agencies;
  private final List<String> mistakes = new ArrayList<>();
  private final List<StaffEntry> entries = new ArrayList<>();

  private StaffFile(Set<AgencyId> agencies) {
    this.agencies = agencies;
  }

  static List<StaffEntry> read(Path file, Set<AgencyId> agencies) {
    StaffFile staff = new StaffFile(agencies);
    staff.readAll(parse(file));
    staff.refuseDuplicates();
    if (!staff.mistakes.isEmpty()) {
      throw new StaffTrouble(file, staff.mistakes);
    }
    return List.copyOf(staff.entries);
  }

  private static JsonNode parse(Path file) {
    if (!Files.isReadable(file)) {
      throw new StaffTrouble(file, List.of("there is no such file, or it cannot be read"));
    }
    try {
      return YAML.readTree(file);
    } catch (JacksonException shape) { // not chained: its message quotes the file
      var at = shape.getLocation();
      String where = at == null ? "" : " near line " + at.getLineNr();
      throw new StaffTrouble(file, List.of("this is not YAML" + where));
    }
  }

  private void readAll(JsonNode root) {
    JsonNode staff = root.path("staff");
    if (!staff.isArray() || staff.isEmpty()) {
      mistakes.add("staff: must be a list of at least one person");
      return;
    }
    int number = 0;
    for (JsonNode node : staff) {
      number++;
      new StaffFields(node, number, agencies, mistakes).read().ifPresent(entries::add);
    }
  }

  private void refuseDuplicates() {
    Set<Object> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (StaffEntry entry : entries) {
      if (!ids.add(entry.member().id())) {
        mistakes.add("id " + entry.member().id() + ": used more than once");
      }
      if (!names.add(StaffDirectory.nameKey(entry.signIn()))) {
        mistakes.add("sign-in of " + entry.member().id() + ": used by somebody else too");
      }
    }
  }
}
