package org.reachline.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.events.Event;

/** The samples are complete, repeatable, and different for every agency. */
class SamplesTest {
  private final Samples harbor = Samples.of(Samples.HARBOR);
  private final Samples mirror = Samples.of(Samples.MIRROR);

  @Test
  void thereIsExactlyOneSampleOfEveryEventType() {
    List<Class<?>> types = harbor.events().stream().<Class<?>>map(Event::getClass).toList();

    assertThat(types).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(EventTypes.all());
  }

  @Test
  void everyFamilyHasItsTopicAndItsSamples() {
    assertThat(Topics.ALL.stream().<Class<?>>map(Topics.Topic::family))
        .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    assertThat(Topics.ALL)
        .allSatisfy(topic -> assertThat(harbor.events(topic)).hasSameSizeAs(EventTypes.of(topic)));
  }

  @Test
  void theSameAgencyHasTheSameNightAgain() {
    assertThat(Samples.of(Samples.HARBOR).events()).isEqualTo(harbor.events());
  }

  @Test
  void noEventOfAnAgencyHoldsAnythingOfAnother() {
    assertThat(bytes(harbor)).noneMatch(text -> text.contains("mirror"));
    assertThat(bytes(mirror)).noneMatch(text -> text.contains("harbor"));
    assertThat(mirror.events()).doesNotContainAnyElementsOf(harbor.events());
    assertThat(mirror.inbound()).isNotEqualTo(harbor.inbound());
  }

  @Test
  void eventIdsOfANightDiffer() {
    assertThat(harbor.events().stream().map(Event::eventId)).doesNotHaveDuplicates();
  }

  @Test
  void simpleNamesTellEventsApartAcrossTopics() {
    assertThat(EventTypes.all().stream().map(Class::getSimpleName)).doesNotHaveDuplicates();
  }

  @Test
  void phoneNumbersAreFictional() {
    assertThat(
            Stream.of(harbor, mirror).flatMap(s -> Stream.of(s.clientAddress(), s.lineAddress())))
        .allSatisfy(address -> assertThat(address.reveal()).matches("tel:\\+1\\d{3}55501\\d\\d"));
  }

  private static List<String> bytes(Samples samples) {
    return samples.events().stream()
        .map(event -> new String(Samples.wireOf(event).payload(), UTF_8))
        .toList();
  }
}
