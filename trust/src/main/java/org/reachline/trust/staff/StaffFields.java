package org.reachline.trust.staff;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Id;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.Role;
import tools.jackson.databind.JsonNode;

/** The fields of one entry of the staff file, checked one by one. */
final class StaffFields {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");
  private static final Set<String> LANGUAGES = Set.of("en", "es");
  private static final Set<String> KNOWN =
      Set.of("id", "sign-in", "name", "roles", "language", "phone", "passphrase-hash");

  private final JsonNode node;
  private final String where;
  private final Set<AgencyId> agencies;
  private final List<String> all;
  private final List<String> mine = new ArrayList<>();

  StaffFields(JsonNode node, int number, Set<AgencyId> agencies, List<String> mistakes) {
    this.node = node;
    this.where = "staff[" + number + "]";
    this.agencies = agencies;
    this.all = mistakes;
  }

  /** The entry, or nothing where it has a mistake. */
  Optional<StaffEntry> read() {
    refuseUnknownFields();
    String id = id();
    String signIn = text("sign-in");
    PersonName name = new PersonName(text("name"));
    Set<Role> roles = roles();
    String language = language();
    Address phone = phone();
    String hash = hash();
    all.addAll(mine);
    return mine.isEmpty()
        ? Optional.of(
            new StaffEntry(new Member(new StaffId(id), name, roles, language, phone), signIn, hash))
        : Optional.empty();
  }

  private void refuseUnknownFields() {
    for (String field : node.propertyNames()) {
      if (!KNOWN.contains(field)) {
        wrong(
            field,
            "no such field; there are " + String.join(", ", KNOWN.stream().sorted().toList()));
      }
    }
  }

  private String id() {
    String id = text("id");
    if (id.isEmpty()) {
      return id;
    }
    if (!Id.isValid(id)) {
      wrong("id", "must look like harbor.0.w2nt: agency, digits, 4 to 64 of a-z and 2-7");
    } else if (!agencies.contains(new StaffId(id).agency())) {
      wrong("id", "its agency is not one of reachline.agencies");
    }
    return id;
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (JsonNode code : node.path("roles")) {
      try {
        roles.add(Role.ofCode(code.asString("")));
      } catch (IllegalArgumentException unknown) {
        wrong("roles", String.valueOf(unknown.getMessage()));
      }
    }
    if (roles.isEmpty()) {
      wrong("roles", "must list at least one role");
    }
    return roles;
  }

  private String language() {
    String language = text("language");
    if (!language.isEmpty() && !LANGUAGES.contains(language)) {
      wrong("language", "must be en or es");
    }
    return language;
  }

  private Address phone() {
    String phone = node.path("phone").asString("");
    if (phone.isEmpty()) {
      return new Address("");
    }
    if (!E164.matcher(phone).matches()) {
      wrong("phone", "must be in E.164 and in quotes, such as \"+15550100111\"");
    }
    return new Address("tel:" + phone);
  }

  private String hash() {
    String hash = node.path("passphrase-hash").asString("");
    if (!hash.isEmpty() && !PassphraseHash.isWellFormed(hash)) {
      wrong("passphrase-hash", "must be an argon2id hash with m=19456,t=2,p=1");
    }
    return hash;
  }

  private String text(String field) {
    String text = node.path(field).asString("").strip();
    if (text.isEmpty()) {
      wrong(field, "is missing");
    }
    return text;
  }

  private void wrong(String field, String what) {
    mine.add(where + "." + field + ": " + what);
  }
}
