package org.reachline.cases.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.contracts.events.CrisisEvent.CrisisDisposed;

/** How a crisis can end is written in the contract, in the form and in its words: all one set. */
class OutcomeCodesTest {
  private static final Pattern OFFERED = Pattern.compile("\\{('[a-z-]+'(?:, '[a-z-]+')*)\\}");

  @ParameterizedTest
  @ValueSource(strings = {"/messages_en.properties", "/messages_es.properties"})
  void theFormOffersWhatTheContractKnowsAndEachHasWords(String words) throws IOException {
    Properties known = new Properties();
    known.load(new java.io.StringReader(resource(words)));
    var form =
        OFFERED.matcher(
            resource("/templates/fragments/components.html").split("name=\"outcome\"")[1]);

    assertThat(form.find()).isTrue();
    assertThat(form.group(1).replace("'", "").split(", "))
        .containsExactlyElementsOf(CrisisDisposed.OUTCOMES);
    assertThat(CrisisDisposed.OUTCOMES)
        .allSatisfy(code -> assertThat(known.getProperty("outcome." + code)).isNotBlank());
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(OutcomeCodesTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
