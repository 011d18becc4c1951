package org.reachline.trust.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.Role;
import org.reachline.trust.Scope;
import org.reachline.trust.keys.KeyFiles;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.keys.Keyring;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.Csrf;
import org.reachline.trust.web.OpenedSession;
import org.reachline.trust.web.Revocations;
import org.reachline.trust.web.Sessions;
import org.springframework.http.ResponseCookie;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Two agencies with keys, staff and settings: same people, phones, line codes, client, nothing else
 * in common. One per JVM, so that cached application contexts and tests agree on the keys.
 */
public final class Planted {
  public static final AgencyId HARBOR = new AgencyId("harbor");
  public static final AgencyId MIRROR = new AgencyId("mirror");

  /** Of everybody, in tests only. */
  public static final String PASSPHRASE = "seven grey herons in the rain";

  private final Path folder;
  private final Keyring keyring;
  private final StaffDirectory staff;

  private Planted(Path folder) {
    this.folder = folder;
    KeyFiles.create(keys(), List.of(HARBOR, MIRROR));
    PlantedStaff.write(staffFile(), List.of(HARBOR, MIRROR));
    this.keyring = Keyring.open(keys(), List.of(HARBOR, MIRROR), Set.of(Purpose.values()));
    this.staff = StaffDirectory.read(staffFile(), Set.of(HARBOR, MIRROR));
  }

  /** The folder of the key files, for {@code reachline.keys}. */
  public Path keys() {
    return folder.resolve("keys");
  }

  /** The file for {@code reachline.staff}. */
  public Path staffFile() {
    return folder.resolve("staff.yaml");
  }

  /** The configuration of both agencies, for a service under test. */
  public Map<String, String> properties() {
    Map<String, String> all = new TreeMap<>();
    all.put("reachline.keys", keys().toString());
    all.put("reachline.staff", staffFile().toString());
    for (AgencyId agency : List.of(HARBOR, MIRROR)) {
      String key = "reachline.agencies." + agency;
      all.put(key + ".name", agency.equals(HARBOR) ? "Harbor Street Outreach" : "Mirror Street");
      all.put(key + ".zone", "America/New_York");
      all.put(key + ".language", "en");
    }
    return all;
  }

  /** The same, for a {@code @DynamicPropertySource}. */
  public void register(DynamicPropertyRegistry registry) {
    properties().forEach((key, value) -> registry.add(key, () -> value));
  }

  /** All key sets of both agencies. */
  public Keyring keyring() {
    return keyring;
  }

  public Sealing sealing() {
    return new Sealing(keyring);
  }

  public KeyedIds ids() {
    return new KeyedIds(keyring);
  }

  public StaffDirectory staff() {
    return staff;
  }

  /** The one person of an agency who has this role and no other. */
  public Member member(AgencyId agency, Role role) {
    return staff.members(agency).stream()
        .filter(member -> member.roles().contains(role))
        .findFirst()
        .orElseThrow();
  }

  /** The scope in which a member acts. */
  public Scope scope(Member member) {
    return Scope.ofSession(member.actor());
  }

  /** A fresh session of a member, as a browser would send it. */
  public SignedInAs signedIn(Member member, Instant now) {
    Sessions sessions = new Sessions(sealing(), staff, new Revocations(), true);
    ResponseCookie cookie = sessions.issue(member.id(), now);
    return switch (sessions.open(cookie.getValue(), now)) {
      case OpenedSession.Live(var session, var _) ->
          new SignedInAs(cookie.getName() + "=" + cookie.getValue(), Csrf.token(session));
      case OpenedSession.Ended(var reason) -> throw new AssertionError(reason);
    };
  }

  /** The code of the one line each agency has. */
  public String lineCode() {
    return "front-desk";
  }

  public LineId line(AgencyId agency) {
    return LineId.of(agency, lineCode());
  }

  /** The client who writes to both agencies. */
  public Address clientPhone() {
    return new Address("tel:" + CanaryScan.PHONE);
  }

  public PersonName clientName() {
    return new PersonName(CanaryScan.NAME);
  }

  /** Made at the first call, on the class loader's own lock. */
  static Planted here() {
    return OncePerJvm.PLANTED;
  }

  private static final class OncePerJvm {
    static final Planted PLANTED = new Planted(Folders.temporary("two-agencies"));
  }
}
