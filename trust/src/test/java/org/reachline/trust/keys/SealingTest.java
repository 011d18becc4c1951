package org.reachline.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MediaAddress;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;

class SealingTest {
  private static final Place PLACE = new Place("clients", "harbor.1.aaaa", "name");
  private static final PersonName NAME = new PersonName("Zoë Müller");

  private final Planted planted = TwoAgencies.planted();
  private final Sealing sealing = planted.sealing();

  @Test
  void whatWasSealedOpensAtItsPlace() {
    Sealed sealed = sealing.seal(HARBOR, Purpose.CASE, PLACE, NAME);

    assertThat(sealing.open(HARBOR, Purpose.CASE, PLACE, sealed, PersonName.class))
        .isEqualTo(new Opened.Content<>(NAME));
  }

  @Test
  void aWholeMessageSurvivesTheSeal() {
    InboundContent content =
        new InboundContent(
            new Address("tel:+15550100199"),
            new Address("tel:+15550100100"),
            new PersonName(""),
            new MessageText("no puedo más 🧊 \u202E"),
            List.of(
                new InboundContent.Attachment(
                    "image", "image/jpeg", new MediaAddress("https://media.example/1"))));

    Sealed sealed = sealing.seal(HARBOR, Purpose.INTAKE, PLACE, content);

    assertThat(sealing.open(HARBOR, Purpose.INTAKE, PLACE, sealed, InboundContent.class))
        .isEqualTo(new Opened.Content<>(content));
  }

  @Test
  void theSameContentNeverLooksTheSameTwice() {
    assertThat(sealing.seal(HARBOR, Purpose.CASE, PLACE, NAME))
        .isNotEqualTo(sealing.seal(HARBOR, Purpose.CASE, PLACE, NAME));
  }

  @Test
  void movedToAnotherFieldItIsUnreadable() {
    assertUnreadable(HARBOR, Purpose.CASE, new Place("clients", "harbor.1.aaaa", "address"));
  }

  @Test
  void movedToAnotherDocumentItIsUnreadable() {
    assertUnreadable(HARBOR, Purpose.CASE, new Place("clients", "harbor.1.bbbb", "name"));
  }

  @Test
  void movedToAnotherCollectionItIsUnreadable() {
    assertUnreadable(HARBOR, Purpose.CASE, new Place("cases", "harbor.1.aaaa", "name"));
  }

  @Test
  void movedToAnotherAgencyItIsUnreadable() {
    assertUnreadable(MIRROR, Purpose.CASE, PLACE);
  }

  @Test
  void openedUnderAnotherPurposeItIsUnreadable() {
    assertUnreadable(HARBOR, Purpose.INTAKE, PLACE);
  }

  @Test
  void openedByAProcessWithoutTheKeyItIsUnreadable() {
    Sealed sealed = sealing.seal(HARBOR, Purpose.CASE, PLACE, NAME);
    Keyring gateway =
        Keyring.open(planted.keys(), List.of(HARBOR), Set.of(Purpose.ID, Purpose.INTAKE));

    assertThat(new Sealing(gateway).open(HARBOR, Purpose.CASE, PLACE, sealed, PersonName.class))
        .isEqualTo(new Opened.Unreadable<>());
  }

  @Test
  void sealingWithoutTheKeyIsSaidPlainly() {
    Sealing gateway =
        new Sealing(Keyring.open(planted.keys(), List.of(HARBOR), Set.of(Purpose.INTAKE)));

    assertThatExceptionOfType(KeyTrouble.class)
        .isThrownBy(() -> gateway.seal(HARBOR, Purpose.CASE, PLACE, NAME))
        .withMessage("this service holds no case key of agency harbor");
  }

  @Test
  void everyAlteredCharacterMakesItUnreadable() {
    String box = sealing.seal(HARBOR, Purpose.CASE, PLACE, NAME).box();

    for (int i = 0; i < box.length() - 1; i++) {
      char other = box.charAt(i) == 'A' ? 'B' : 'A';
      Sealed altered = new Sealed(box.substring(0, i) + other + box.substring(i + 1));
      assertThat(sealing.open(HARBOR, Purpose.CASE, PLACE, altered, PersonName.class))
          .isEqualTo(new Opened.Unreadable<>());
    }
  }

  @Test
  void everyTruncationIsUnreadable() {
    String box = sealing.seal(HARBOR, Purpose.CASE, PLACE, NAME).box();

    for (int length = 0; length < box.length(); length++) {
      Sealed cut = new Sealed(box.substring(0, length));
      assertThat(sealing.open(HARBOR, Purpose.CASE, PLACE, cut, PersonName.class))
          .isEqualTo(new Opened.Unreadable<>());
    }
  }

  @Test
  void wordsOfAnySortSurviveTheSealAndHalfACharacterIsMarked() {
    assertThat(resealed("a\0b\r\n\t\u001b\u2028\uFEFF")).isEqualTo("a\0b\r\n\t\u001b\u2028\uFEFF");
    assertThat(resealed("👩🏽‍🚀 e\u0301 שלום")).isEqualTo("👩🏽‍🚀 e\u0301 שלום");
    assertThat(resealed("x\uD83D y\uDE80")).isEqualTo("x\uFFFD y\uFFFD");
    assertThat(resealed("\uDE80\uD83D")).isEqualTo("\uFFFD\uFFFD");
    assertThat(resealed("🧊".repeat(100_000))).hasSize(200_000);
  }

  private String resealed(String words) {
    Sealed sealed = sealing.seal(HARBOR, Purpose.CASE, PLACE, new MessageText(words));
    return switch (sealing.open(HARBOR, Purpose.CASE, PLACE, sealed, MessageText.class)) {
      case Opened.Content<MessageText>(var text) -> text.reveal();
      case Opened.Unreadable<MessageText>() -> "unreadable";
    };
  }

  @Test
  void rubbishIsUnreadable() {
    for (String rubbish : List.of("", "%", "AAAA", "ümlaut", "A".repeat(100_000))) {
      assertThat(sealing.open(HARBOR, Purpose.CASE, PLACE, new Sealed(rubbish), PersonName.class))
          .isEqualTo(new Opened.Unreadable<>());
    }
  }

  @Test
  void contentOfAnotherShapeIsUnreadable() {
    Sealed sealed = sealing.seal(HARBOR, Purpose.CASE, PLACE, NAME);

    assertThat(sealing.open(HARBOR, Purpose.CASE, PLACE, sealed, OutboundContent.class))
        .isEqualTo(new Opened.Unreadable<>());
  }

  private void assertUnreadable(AgencyId agency, Purpose purpose, Place place) {
    Sealed sealed = sealing.seal(HARBOR, Purpose.CASE, PLACE, NAME);

    assertThat(sealing.open(agency, purpose, place, sealed, PersonName.class))
        .isEqualTo(new Opened.Unreadable<>());
  }
}
