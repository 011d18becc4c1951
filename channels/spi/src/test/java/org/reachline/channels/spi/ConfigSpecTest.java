package org.reachline.channels.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A line starts with complete settings, or every mistake is told at once. */
class ConfigSpecTest {
  private static final ChannelType TYPE = new ChannelType("pigeon");
  private static final ConfigSpec SPEC =
      new ConfigSpec(
          List.of(
              ConfigSpec.Field.required("loft", ConfigSpec.Type.ADDRESS, "where letters arrive"),
              ConfigSpec.Field.optional("key", ConfigSpec.Type.SECRET, "the key"),
              ConfigSpec.Field.optional("oldKey", ConfigSpec.Type.SECRET, "the key before"),
              ConfigSpec.Field.withDefault(
                  "api", ConfigSpec.Type.URL, "https://api.example", "where to send"),
              ConfigSpec.Field.optional("note", ConfigSpec.Type.TEXT, "anything")),
          new AuthRule.Secrets(Set.of("key", "oldKey")));

  @Test
  void completeSettingsAreUsable() {
    var config = usable(Map.of("loft", "l1", "key", "k"));

    assertThat(config.channel()).isEqualTo(new ChannelKey(TYPE, "l1"));
    assertThat(config.text("api")).isEqualTo("https://api.example");
    assertThat(config.secret("key").reveal()).isEqualTo("k");
    assertThat(config.find("note")).isEqualTo(Stated.absent());
    assertThat(config.findSecret("oldKey")).isEqualTo(Stated.absent());
  }

  @Test
  void oneOfTheSecretsIsEnough() {
    assertThat(usable(Map.of("loft", "l1", "oldKey", "k")).secrets()).containsOnlyKeys("oldKey");
  }

  @Test
  void everyMistakeIsToldAtOnce() {
    assertThat(mistakes(Map.of("key", " ", "api", "ftp://x", "colour", "red")))
        .containsExactly(
            new ConfigSpec.Mistake("loft", "missing"),
            new ConfigSpec.Mistake("key", "empty"),
            new ConfigSpec.Mistake("api", "not-a-url"),
            new ConfigSpec.Mistake("colour", "unknown-field"),
            new ConfigSpec.Mistake("key or oldKey", "no-secret"));
  }

  @Test
  void aChannelWithoutSignaturesNeedsItsPathToken() {
    var spec = new ConfigSpec(SPEC.fields(), new AuthRule.UnauthenticatedPathToken("key"));

    assertThat(spec.read(TYPE, Map.of("loft", "l1", "oldKey", "k")))
        .isEqualTo(
            new ConfigSpec.Reading.Wrong(List.of(new ConfigSpec.Mistake("key", "no-secret"))));
  }

  @Test
  void aFieldThatIsNotConfiguredIsNamedWithoutItsValue() {
    assertThatThrownBy(() -> usable(Map.of("loft", "l1", "key", "k")).text("note"))
        .hasMessage("not configured: note");
  }

  @Test
  void anEmptySecretCannotBeMade() {
    assertThatThrownBy(() -> Secret.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private static ChannelConfig usable(Map<String, String> settings) {
    return ((ConfigSpec.Reading.Usable) SPEC.read(TYPE, settings)).config();
  }

  private static List<ConfigSpec.Mistake> mistakes(Map<String, String> settings) {
    return ((ConfigSpec.Reading.Wrong) SPEC.read(TYPE, settings)).mistakes();
  }
}
