package org.reachline.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Ids made from ids are the same for ever, differ where they should, and stay with their agency.
 */
class DerivedTest {
  private final MessageId message = new MessageId("harbor.7.abcdefgh");
  private final ConversationId conversation = new ConversationId("harbor.7.abcdefgh");

  @Test
  void theyNeverChange() { // stored and published ids depend on it
    assertThat(everyKind())
        .extracting(Id::value)
        .containsExactly(
            "harbor.7.mesjxjjdave4b2olg7tzmr3pne",
            "harbor.7.estvvk6mt5klqv3juc2dm7o7a4",
            "harbor.7.6lup32ihp23gfkl2s4ux3dxvgu",
            "harbor.7.4nh6vg6wxxz57juzd4ar4keyli",
            "harbor.7.xe5q4gxu3ftl466jofnxhmu6mu",
            "harbor.7.objodivjn4mtau2xlsqj4bb6py",
            "harbor.7.hrc4neefr5z6ehad2tc7uxcybm",
            "harbor.7.5ebaquhseelqivr2omrqrghvym");
  }

  @Test
  void theyKeepAgencyAndKeyVersion() {
    assertThat(everyKind()).allSatisfy(id -> assertThat(id.value()).startsWith("harbor.7."));
  }

  @Test
  void nothingDerivedFromOneThingIsEqualToAnythingElse() {
    Set<String> values = new HashSet<>();
    everyKind().forEach(id -> values.add(id.value()));

    assertThat(values).hasSameSizeAs(everyKind());
    assertThat(Derived.crisis(new MessageId("harbor.7.abcdefgi")))
        .isNotEqualTo(Derived.crisis(message));
    assertThat(Derived.crisis(new MessageId("harbor.8.abcdefgh")))
        .isNotEqualTo(Derived.crisis(message));
    assertThat(Derived.crisis(new MessageId("mirror.7.abcdefgh")).body())
        .isNotEqualTo(Derived.crisis(message).body());
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(
            List.of(
                Derived.of(message, "k", "ab", "c"),
                Derived.of(message, "k", "a", "bc"),
                Derived.of(message, "k", "abc"),
                Derived.of(message, "k", "abc", ""),
                Derived.of(message, "ka", "bc"),
                Derived.of(message, "kabc")))
        .doesNotHaveDuplicates();
  }

  @Test
  void base32IsTheFirst128BitsAsTheStandardWritesThem() {
    assertThat(Derived.base32("foobarfoobarfoobar!".getBytes(UTF_8)))
        .isEqualTo("mzxw6ytbojtg633cmfzgm33pmi");
    Random random = new Random(4);
    for (int run = 0; run < 1_000; run++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      assertThat(Derived.base32(bytes)).isEqualTo(slowly(Arrays.copyOf(bytes, 16)));
    }
  }

  @Test
  void tooFewBytesAreRefused() {
    assertThatThrownBy(() -> Derived.base32(new byte[15]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private List<Id> everyKind() {
    return List.of(
        Derived.crisis(message),
        Derived.caseOf(message),
        Derived.client(conversation, message),
        Derived.escalation(new CrisisId("harbor.7.abcdefgh")),
        Derived.page(new EscalationId("harbor.7.abcdefgh"), "1"),
        Derived.page(new EscalationId("harbor.7.abcdefgh"), "2"),
        Derived.message(new CommandId("harbor.7.abcdefgh")),
        Derived.message(message, "confirm-stop"));
  }

  /** The same by arithmetic: 128 bits and two zero bits are 26 digits of five bits. */
  private static String slowly(byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes).shiftLeft(2);
    StringBuilder text = new StringBuilder();
    for (int digit = 25; digit >= 0; digit--) {
      int value = number.shiftRight(digit * 5).intValue() & 31;
      text.append("abcdefghijklmnopqrstuvwxyz234567".charAt(value));
    }
    return text.toString();
  }
}
