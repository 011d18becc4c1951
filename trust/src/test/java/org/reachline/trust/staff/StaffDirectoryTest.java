package org.reachline.trust.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.Address;
import org.reachline.trust.Role;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

class StaffDirectoryTest {
  private static final String GOOD =
      """
      staff:
        - id: harbor.0.w2nt
          sign-in: maya@harbor.example
          name: Maya Reyes Ortiz
          roles: [worker, on-call]
          language: es
          phone: "+15550100111"
      """;

  @TempDir private Path folder = Path.of("");

  private final StaffDirectory planted = TwoAgencies.planted().staff();

  @Test
  void anEntryBecomesAMember() throws IOException {
    Member maya = read(GOOD).members(HARBOR).getFirst();

    assertThat(maya.id()).isEqualTo(new StaffId("harbor.0.w2nt"));
    assertThat(maya.name().reveal()).isEqualTo("Maya Reyes Ortiz");
    assertThat(maya.initials()).isEqualTo("MO");
    assertThat(maya.roles()).containsExactlyInAnyOrder(Role.WORKER, Role.ON_CALL);
    assertThat(maya.language()).isEqualTo("es");
    assertThat(maya.phone()).isEqualTo(new Address("tel:+15550100111"));
  }

  @Test
  void aMemberPrintsNoNameAndNoNumber() throws IOException {
    assertThat(read(GOOD).members(HARBOR).getFirst().toString())
        .doesNotContain("Maya", "Reyes", "0111");
  }

  @Test
  void twoAgenciesInOneFileAreKeptApart() {
    assertThat(planted.members(HARBOR)).hasSize(6).allMatch(m -> m.agency().equals(HARBOR));
    assertThat(planted.members(MIRROR)).hasSize(6).allMatch(m -> m.agency().equals(MIRROR));
  }

  @Test
  void everyMistakeIsListedWithEntryAndField() {
    String bad =
        """
        staff:
          - id: harbor.0.w2nt
            sign-in: maya@harbor.example
            name: Maya
            roles: [boss]
            language: fr
            phone: 5550199777
            passphrase-hash: hunter2
            nickname: M
          - id: elsewhere.0.w2nt
          - id: not-an-id
            sign-in: luis@harbor.example
            name: Luis
            roles: worker
            language: en
        """;

    assertThatExceptionOfType(StaffTrouble.class)
        .isThrownBy(() -> read(bad))
        .satisfies(
            trouble ->
                assertThat(trouble.getMessage())
                    .contains(
                        "staff[1].roles: no such role",
                        "staff[1].roles: must list at least one role",
                        "staff[1].language: must be en or es",
                        "staff[1].phone: must be in E.164",
                        "staff[1].passphrase-hash: must be an argon2id hash",
                        "staff[1].nickname: no such field",
                        "staff[2].id: its agency is not one of reachline.agencies",
                        "staff[2].sign-in: is missing",
                        "staff[2].name: is missing",
                        "staff[3].id: must look like harbor.0.w2nt",
                        "staff[3].roles: must list at least one role")
                    .doesNotContain("Maya", "Luis", "hunter2", "5550199777", "maya@"));
  }

  @Test
  void anIdUsedTwiceIsRefused() {
    String twice = GOOD + GOOD.substring(GOOD.indexOf("  -")).replace("maya@", "other@");

    assertThatExceptionOfType(StaffTrouble.class)
        .isThrownBy(() -> read(twice))
        .withMessageContaining("id harbor.0.w2nt: used more than once");
  }

  @Test
  void aSignInUsedTwiceIsRefusedInAnyCase() {
    String twice =
        GOOD
            + GOOD.substring(GOOD.indexOf("  -")).replace("w2nt", "abcd").replace("maya@", "MAYA@");

    assertThatExceptionOfType(StaffTrouble.class)
        .isThrownBy(() -> read(twice))
        .withMessageContaining("sign-in of harbor.0.abcd: used by somebody else too");
  }

  @Test
  void whatIsNoStaffFileIsSaidPlainly() {
    assertThatExceptionOfType(StaffTrouble.class)
        .isThrownBy(() -> StaffDirectory.read(folder.resolve("none.yaml"), Set.of(HARBOR)))
        .withMessageContaining("there is no such file");
    assertThatExceptionOfType(StaffTrouble.class)
        .isThrownBy(() -> read("staff: [\"Maya Reyes"))
        .withMessageContaining("this is not YAML")
        .withMessageNotContaining("Maya");
    assertThatExceptionOfType(StaffTrouble.class)
        .isThrownBy(() -> read(""))
        .withMessageContaining("staff: must be a list");
  }

  @Test
  void theRightPassphraseIsWelcome() {
    Member luis = TwoAgencies.planted().member(HARBOR, Role.WORKER);

    assertThat(planted.signIn("Luis@harbor.example ", Planted.PASSPHRASE))
        .isEqualTo(new SignIn.Welcome(luis));
  }

  @Test
  void aWrongPassphraseAndAnUnknownNameAreTheSame() {
    assertThat(planted.signIn("luis@harbor.example", "seven grey herons in the sun"))
        .isEqualTo(planted.signIn("nobody@harbor.example", Planted.PASSPHRASE))
        .isEqualTo(new SignIn.Wrong());
  }

  @Test
  void nobodySignsInWithoutAHash() throws IOException {
    assertThat(read(GOOD).signIn("maya@harbor.example", "")).isEqualTo(new SignIn.Wrong());
  }

  @Test
  void fourteenCharactersAreRefusedAndFifteenTaken() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> PassphraseHash.of("fourteen chars".toCharArray()));
    assertThat(PassphraseHash.of("fifteen  letter".toCharArray()))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void aPassphraseTypedInAnotherUnicodeFormIsTheSame() {
    String hash = PassphraseHash.of("cinco pi\u00f1atas rojas".toCharArray());

    assertThat(PassphraseHash.matches("cinco pin\u0303atas rojas", hash)).isTrue();
    assertThat(PassphraseHash.matches("cinco pinatas rojas", hash)).isFalse();
  }

  private StaffDirectory read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("staff.yaml"), yaml);
    return StaffDirectory.read(file, Set.of(HARBOR));
  }
}
