package org.reachline.trust.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.reachline.contracts.AgencyId;
import org.reachline.trust.Role;
import org.reachline.trust.staff.PassphraseHash;

/** One person per role, the same six in each agency. */
final class PlantedStaff {
  private record Person(String body, String first, String last, Role role, String phone) {}

  private static final List<Person> PEOPLE =
      List.of(
          new Person("w2nt", "Luis", "Ortega", Role.WORKER, "+15550100121"),
          new Person("s4ra", "Ana", "Whitfield", Role.SUPERVISOR, "+15550100122"),
          new Person("m7ya", "Maya", "Reyes", Role.ON_CALL, "+15550100123"),
          new Person("a5dm", "Rosa", "Lindqvist", Role.ADMIN, "+15550100124"),
          new Person("a6ud", "Omar", "Haddad", Role.AUDITOR, "+15550100125"),
          new Person("k3op", "Kim", "Novak", Role.OPERATOR, "+15550100126"));

  private PlantedStaff() {}

  static void write(Path file, List<AgencyId> agencies) {
    String hash = PassphraseHash.of(Planted.PASSPHRASE.toCharArray());
    StringBuilder yaml = new StringBuilder("staff:\n");
    for (AgencyId agency : agencies) {
      PEOPLE.forEach(person -> yaml.append(entry(agency, person, hash)));
    }
    try {
      Files.writeString(file, yaml);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static String entry(AgencyId agency, Person person, String hash) {
    return """
      - id: %s.0.%s
        sign-in: %s@%s.example
        name: %s %s
        roles: [%s]
        language: en
        phone: "%s"
        passphrase-hash: %s
    """
        .formatted(
            agency,
            person.body(),
            person.first().toLowerCase(Locale.ROOT),
            agency,
            person.first(),
            person.last(),
            person.role().code(),
            person.phone(),
            hash);
  }
}
