package org.reachline.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoClientSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reachline.contracts.personal.Address;
import org.reachline.contracts.personal.MediaAddress;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.OutboundContent;
import org.reachline.contracts.personal.PersonName;
import org.reachline.contracts.personal.Personal;
import org.slf4j.helpers.MessageFormatter;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.core.style.ToStringCreator;

/** The ways by which the libraries of a service could write a person's words without meaning to. */
class NoOtherWayOutTest {
  private static final String CANARY = "Wren Okafor +12065550142";

  static Stream<Personal> values() {
    return Stream.of(
        new MessageText(CANARY),
        new PersonName(CANARY),
        new Address(CANARY),
        new MediaAddress(CANARY));
  }

  @ParameterizedTest
  @MethodSource("values")
  void nothingThatPrintsShowsIt(Personal value) {
    OutboundContent holder = new OutboundContent(new Address(CANARY), new MessageText(CANARY));
    List<Object> holders =
        List.of(value, holder, List.of(value), Map.of("a", value), Optional.of(value));
    for (Object any : holders) {
      assertThat(
              List.of(
                  "" + any,
                  String.valueOf(any),
                  Objects.toString(any),
                  "%s %10s %S".formatted(any, any, any),
                  MessageFormat.format("{0}", any),
                  MessageFormatter.format("{}", any).getMessage(),
                  MessageFormatter.arrayFormat("{}", new Object[] {new Object[] {any}})
                      .getMessage(),
                  new ToStringCreator(this).append("any", any).toString(),
                  new IllegalStateException(any.toString()).toString()))
          .allSatisfy(
              text -> assertThat(text).doesNotContainIgnoringCase("wren", "okafor", "0142"));
    }
  }

  @ParameterizedTest
  @MethodSource("values")
  void aConversionToTextShowsNothing(Personal value) {
    assertThat(new DefaultConversionService().convert(value, String.class)).doesNotContain("Wren");
  }

  @ParameterizedTest
  @MethodSource("values")
  void theStoresDriverRefusesIt(Personal value) {
    for (Object held : List.of(value, List.of(value), new Document("deep", value))) {
      Throwable refusal =
          catchThrowable(
              () ->
                  new DocumentCodec(MongoClientSettings.getDefaultCodecRegistry())
                      .encode(
                          new BsonDocumentWriter(new BsonDocument()),
                          new Document("field", held),
                          EncoderContext.builder().build()));

      assertThat(refusal).isNotNull();
      StringWriter trace = new StringWriter();
      refusal.printStackTrace(new PrintWriter(trace));
      assertThat(trace.toString()).doesNotContain("Wren", "0142");
    }
  }
}
