package org.reachline.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Derived;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.Address;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

class KeyedIdsTest {
  private static final Address PHONE = new Address("tel:+15550100199");

  private final Planted planted = TwoAgencies.planted();
  private final KeyedIds ids = planted.ids();

  @Test
  void theSameInputGivesTheSameIdInEveryProcess() {
    assertThat(ids.conversation(HARBOR, PHONE))
        .isEqualTo(planted.ids().conversation(HARBOR, PHONE));
    assertThat(ids.message(planted.line(HARBOR), "SM1"))
        .isEqualTo(planted.ids().message(planted.line(HARBOR), "SM1"));
  }

  @Test
  void theSamePersonIsSomebodyElseAtAnotherAgency() {
    assertThat(ids.conversation(HARBOR, PHONE).body())
        .isNotEqualTo(ids.conversation(MIRROR, PHONE).body());
  }

  @Test
  void partsCannotBeShiftedAgainstEachOther() {
    assertThat(ids.command(new StaffId("harbor.0.aaaa"), "bc"))
        .isNotEqualTo(ids.command(new StaffId("harbor.0.aaaab"), "c"));
  }

  @Test
  void kindsDoNotMeet() {
    byte[] body = "SM1".getBytes(StandardCharsets.UTF_8);

    assertThat(ids.request(planted.line(HARBOR), "signature", body).body())
        .isNotEqualTo(ids.message(planted.line(HARBOR), "SM1").body());
  }

  @Test
  void aLinkTokenIsOfItsAgencyAndPartsAndOfNoOtherKey() {
    String token = ids.linkToken(HARBOR, "escalation", "page");

    assertThat(token).hasSize(26).isEqualTo(planted.ids().linkToken(HARBOR, "escalation", "page"));
    assertThat(token)
        .isNotEqualTo(ids.linkToken(MIRROR, "escalation", "page"))
        .isNotEqualTo(ids.linkToken(HARBOR, "escalationp", "age"));
  }

  @Test
  void noIdIsAnUnkeyedHashOfItsInput() throws GeneralSecurityException {
    String line = planted.line(HARBOR).value();
    List<String> made =
        List.of(
            ids.conversation(HARBOR, PHONE).body(),
            ids.message(planted.line(HARBOR), "SM1").body(),
            ids.command(new StaffId("harbor.0.aaaa"), "key").body());

    for (String input :
        List.of(PHONE.reveal(), "+15550100199", "SM1", line + "SM1", line + "/SM1", "key")) {
      assertThat(guesses(input)).doesNotContainAnyElementsOf(made);
    }
  }

  private static List<String> guesses(String input) throws GeneralSecurityException {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    List<String> guesses = new ArrayList<>();
    for (String hash : List.of("MD5", "SHA-1", "SHA-256")) {
      guesses.add(Derived.base32(MessageDigest.getInstance(hash).digest(bytes)));
    }
    for (byte[] key :
        List.of(new byte[1], new byte[32], "harbor".getBytes(StandardCharsets.UTF_8))) {
      Mac mac =
          Mac.getInstance("HmacSHA256"); // HMAC pads with zeros: one zero byte is the empty key
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      guesses.add(Derived.base32(mac.doFinal(bytes)));
    }
    return guesses;
  }
}
