package org.reachline.contracts.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reachline.contracts.personal.InboundContent.Attachment;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.json.JsonMapper;

/** Nothing about a person gets out by accident: not printed, not serialised, not in an error. */
class PersonalTest {
  private static final String CANARY = "Wren Okafor +12065550142";

  private static final Address ADDRESS = new Address(CANARY);
  private static final PersonName NAME = new PersonName(CANARY);
  private static final MessageText TEXT = new MessageText(CANARY);
  private static final MediaAddress MEDIA = new MediaAddress(CANARY);

  private static final List<JsonMapper> MAPPERS =
      List.of(
          new JsonMapper(),
          JsonMapper.builder().findAndAddModules().build(),
          JsonMapper.builderWithJackson2Defaults().build(),
          JsonMapper.builder()
              .changeDefaultVisibility(v -> v.withFieldVisibility(Visibility.ANY))
              .build());

  static Stream<Personal> values() {
    return Stream.of(ADDRESS, NAME, TEXT, MEDIA);
  }

  static Stream<Object> holders() {
    Attachment attachment = new Attachment("image", "image/jpeg; name=" + CANARY, MEDIA);
    return Stream.of(
        new InboundContent(ADDRESS, ADDRESS, NAME, TEXT, List.of(attachment)),
        attachment,
        new OutboundContent(ADDRESS, TEXT),
        new QuarantinedRequest(
            "POST", TEXT, List.of(new QuarantinedRequest.Header("cookie", TEXT)), TEXT),
        new QuarantinedRequest.Header("cookie", TEXT),
        List.of(TEXT),
        new Object[] {NAME},
        Map.of("name", NAME));
  }

  static Stream<Object> everything() {
    return Stream.concat(values(), holders());
  }

  @Test
  void everyPersonalTypeIsTriedHere() {
    assertThat(values().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrder(Personal.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("everything")
  void printingShowsNothing(Object value) {
    assertThat(value.toString()).doesNotContain("Wren", "Okafor", "555", "0142");
    assertThat(String.valueOf(List.of(value))).doesNotContain("Wren", "Okafor", "555", "0142");
  }

  @ParameterizedTest
  @MethodSource("everything")
  void everyPlainMapperRefuses(Object value) {
    for (JsonMapper mapper : MAPPERS) {
      Throwable refusal = catchThrowable(() -> mapper.writeValueAsString(value));

      assertThat(refusal).isNotNull();
      assertThat(trace(refusal)).doesNotContain("Wren", "Okafor", "0142");
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void aMapKeyIsNoWayAroundIt(Personal value) {
    for (JsonMapper mapper : MAPPERS) {
      assertThatThrownBy(() -> mapper.writeValueAsString(Map.of(value, 1)))
          .hasMessageNotContaining("Wren");
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void noOtherSerialisationIsOffered(Personal value) {
    assertThat(value).isNotInstanceOfAny(Serializable.class, JacksonSerializable.class);
  }

  @ParameterizedTest
  @MethodSource("values")
  void revealGivesTheValueExactly(Personal value) {
    assertThat(value.reveal()).isSameAs(CANARY);
    assertThat(value.isEmpty()).isFalse();
  }

  @Test
  void equalWordsOfTwoKindsAreNotEqual() {
    assertThat(TEXT).isEqualTo(new MessageText(CANARY)).hasSameHashCodeAs(new MessageText(CANARY));
    assertThat((Object) TEXT).isNotEqualTo(NAME).isNotEqualTo(new MessageText("other"));
  }

  @Test
  @SuppressWarnings("NullAway") // what a mapper would pass for an absent field
  void absentPartsAreEmptyNotMissing() {
    InboundContent content = new InboundContent(ADDRESS, ADDRESS, null, null, null);

    assertThat(content.name().isEmpty()).isTrue();
    assertThat(content.text().isEmpty()).isTrue();
    assertThat(content.attachments()).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // what a mapper would pass for an absent field
  void errorsNameThePartAndNotTheValue() {
    assertThatThrownBy(() -> new OutboundContent(ADDRESS, null)).hasMessage("text");
    assertThatThrownBy(() -> new InboundContent(ADDRESS, null, NAME, TEXT, List.of()))
        .hasMessage("to");
    assertThatThrownBy(() -> new MessageText(null)).hasMessage("MessageText");
  }

  private static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
