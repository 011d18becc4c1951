package org.reachline.cases.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.events.ConsentSignal;

class AutoRepliesTest {
  private static final List<String> LANGUAGES = List.of("en", "es", "und");
  private static final String GSM = "[A-Za-z0-9 .,:?()-]+";

  @Test
  void everyTextIsOnePartOfGsm() {
    for (String language : LANGUAGES) {
      for (ConsentSignal signal : ConsentSignal.values()) {
        for (AutoReplies.Tone tone : AutoReplies.Tone.values()) {
          onePart(AutoReplies.to(tone, signal, language).reveal());
        }
      }
      onePart(AutoReplies.told(language).reveal());
      onePart(AutoReplies.unstaffed(language).reveal());
    }
  }

  @Test
  void everyTextNamesBothNumbersUnlessSomebodyElseMayReadIt() {
    for (String language : LANGUAGES) {
      for (ConsentSignal signal : ConsentSignal.values()) {
        assertThat(AutoReplies.to(AutoReplies.Tone.FULL, signal, language).reveal())
            .contains("911", "988");
        assertThat(AutoReplies.to(AutoReplies.Tone.NEUTRAL, signal, language).reveal())
            .doesNotContain("911", "988", "crisis", "danger", "peligro");
      }
      assertThat(AutoReplies.told(language).reveal()).contains("911", "988").doesNotContain("?\n");
      assertThat(AutoReplies.unstaffed(language).reveal()).contains("911", "988");
    }
  }

  @Test
  void onlyOneTextSaysThatStaffWereTold() {
    assertThat(AutoReplies.told("en").reveal()).contains("told our on-call staff");
    assertThat(AutoReplies.unstaffed("en").reveal()).doesNotContain("told");
    assertThat(AutoReplies.unstaffed("es").reveal()).doesNotContain("avisamos");
  }

  private static void onePart(String text) {
    assertThat(text).matches(GSM);
    assertThat(text.length()).isLessThanOrEqualTo(160);
  }
}
