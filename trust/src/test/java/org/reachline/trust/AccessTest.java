package org.reachline.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.StaffId;

class AccessTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/access.txt");
  private static final AgencyId HARBOR = new AgencyId("harbor");
  private static final AgencyId MIRROR = new AgencyId("mirror");
  private static final StaffId ME = new StaffId("harbor.0.meme");
  private static final StaffId OTHER = new StaffId("harbor.0.other");
  private static final Instant NOW = Instant.parse("2026-01-17T04:12:07Z");

  @Test
  void everyDecisionIsAsTheGoldenTableSays() throws IOException {
    String table = table();
    Path actual = Files.writeString(Path.of("target/access.txt"), table);

    assertThat(table)
        .as("the table as decided now is in %s; if the change is wanted, copy it", actual)
        .isEqualTo(Files.readString(GOLDEN));
  }

  private static String table() {
    StringBuilder table = new StringBuilder();
    resources().forEach((what, resource) -> block(table, what, resource));
    return table.toString();
  }

  private static void block(StringBuilder table, String what, Resource resource) {
    table.append("# ").append(what).append('\n');
    row(table, "", actors().keySet());
    for (Act act : Act.values()) {
      List<String> cells = new ArrayList<>();
      for (Actor actor : actors().values()) {
        cells.add(cell(Access.decide(scope(actor), act, resource, NOW)));
      }
      row(table, act.name(), cells);
    }
    table.append('\n');
  }

  private static void row(StringBuilder table, String first, Iterable<String> cells) {
    StringBuilder row = new StringBuilder("%-16s".formatted(first));
    cells.forEach(cell -> row.append(" %-11s".formatted(cell)));
    table.append(row.toString().stripTrailing()).append('\n');
  }

  private static String cell(Decision decision) {
    return switch (decision) {
      case Decision.Permit(var basis) -> basis.name();
      case Decision.Deny(var reason) -> reason == Decision.Reason.FOREIGN ? "(foreign)" : "-";
    };
  }

  private static Map<String, Resource> resources() {
    Map<String, Resource> all = new LinkedHashMap<>();
    all.put("something of the whole agency", new Resource.OfAgency(HARBOR));
    all.put("a case nobody works on", new Resource.CaseFile(HARBOR, Set.of(), Set.of()));
    all.put("a case of somebody else", new Resource.CaseFile(HARBOR, Set.of(OTHER), Set.of(OTHER)));
    all.put("a case assigned to me", new Resource.CaseFile(HARBOR, Set.of(ME), Set.of()));
    all.put("a case I am on duty for", new Resource.CaseFile(HARBOR, Set.of(OTHER), Set.of(ME)));
    all.put("an escalation that paged somebody else", new Resource.OnCall(HARBOR, Set.of(OTHER)));
    all.put("an escalation that paged me", new Resource.OnCall(HARBOR, Set.of(ME)));
    all.put("another agency's", new Resource.OfAgency(MIRROR));
    all.put("another agency's case", new Resource.CaseFile(MIRROR, Set.of(ME), Set.of(ME)));
    all.put("another agency's escalation", new Resource.OnCall(MIRROR, Set.of(ME)));
    return all;
  }

  private static Map<String, Actor> actors() {
    Map<String, Actor> all = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      all.put(role.code(), new Actor.Staff(ME, Set.of(role)));
    }
    all.put("no role", new Actor.Staff(ME, Set.of()));
    all.put("page code", new Actor.Paged(ME));
    all.put("service", new Actor.Service("case-service"));
    return all;
  }

  private static Scope scope(Actor actor) {
    return switch (actor) {
      case Actor.Staff staff -> Scope.ofSession(staff);
      case Actor.Paged paged -> Scope.ofPage(paged.id());
      case Actor.Service service -> Scope.ofSweep(HARBOR, service.name());
    };
  }
}
