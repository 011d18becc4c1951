package org.reachline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an id, an agency, a line, and what is not. */
class IdTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "harbor.1.abcd",
        "ab.0.2345",
        "north-star-2.999999.abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwxyz234567",
        "a-.1.aaaa"
      })
  void idsOfTheFormAreAccepted(String value) {
    assertThat(Id.isValid(value)).isTrue();
    assertThat(new CaseId(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "harbor",
        "harbor.1",
        "harbor.1.",
        "harbor..abcd",
        ".1.abcd",
        "harbor.1.abc",
        "harbor.1.abcd.efgh",
        "harbor.1.ABCD",
        "harbor.1.abc1",
        "harbor.1.ab cd",
        "harbor.1.abcd\n",
        "harbor.one.abcd",
        "harbor.1234567.abcd",
        "harbor.-1.abcd",
        "h.1.abcd",
        "1harbor.1.abcd",
        "Harbor.1.abcd",
        "harb_or.1.abcd",
        "*.1.abcd",
        "0.1.abcd",
        "harbor.\u0661.abcd",
        "harbor.1.\u0430bcd",
        "abcdefghijklmnopqrstuvwxyzabcdef.1.abcd",
        "harbor.1.abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwxyz234567a"
      })
  void anythingElseIsNoIdAndIsNotQuoted(String value) {
    assertThat(Id.isValid(value)).isFalse();
    assertThatThrownBy(() -> new MessageId(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an id of the form agency.version.base32");
  }

  @Test
  void anIdKnowsItsAgencyAndItsBody() {
    ConversationId id = new ConversationId("north-star.12.abcd2345");

    assertThat(id.agency()).isEqualTo(new AgencyId("north-star"));
    assertThat(id.body()).isEqualTo("abcd2345");
  }

  @Test
  void everyKindOfIdChecksAndPrintsItself() throws ReflectiveOperationException {
    for (Class<?> kind : Id.class.getPermittedSubclasses()) {
      var constructor = kind.getConstructor(String.class);

      assertThat(constructor.newInstance("harbor.1.abcd")).hasToString("harbor.1.abcd");
      assertThatThrownBy(() -> constructor.newInstance("+12065550142"))
          .hasCauseInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "harbor", "north-star-2", "abcdefghijklmnopqrstuvwxyzabcde"})
  void agencyCodesAreAccepted(String value) {
    assertThat(new AgencyId(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "*",
        "a",
        "-a",
        "2a",
        "Harbor",
        "har.bor",
        "har bor",
        "h\u00e4fen",
        "harbor\n",
        "abcdefghijklmnopqrstuvwxyzabcdef"
      })
  void anythingElseIsNoAgencyAndIsNotQuoted(String value) {
    assertThatThrownBy(() -> new AgencyId(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an agency code: a-z first, then a-z, 0-9 or -, 2 to 31 long");
  }

  @Test
  void aLineBelongsToItsAgency() {
    LineId line = LineId.of(new AgencyId("harbor"), "front-desk");

    assertThat(line).isEqualTo(new LineId("harbor.front-desk")).hasToString("harbor.front-desk");
    assertThat(line.agency()).isEqualTo(Samples.HARBOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "harbor",
        "harbor.",
        ".desk",
        "harbor.d",
        "harbor.+12065550100",
        "harbor.a.b",
        "harbor.Desk"
      })
  void anythingElseIsNoLineAndIsNotQuoted(String value) {
    assertThatThrownBy(() -> new LineId(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a line id of the form agency.code");
  }

  @Test
  void sealedBoxesPrintTheirSizeOnly() {
    assertThat(new Sealed("c2VjcmV0")).hasToString("Sealed[8]");
  }

  @Test
  void onlyHighAndImminentPage() {
    assertThat(Arrays.stream(Severity.values()).filter(Severity::pages))
        .containsExactly(Severity.HIGH, Severity.IMMINENT);
  }
}
