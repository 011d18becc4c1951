package org.reachline.cases.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.contracts.events.ConsentSignal;

class ConsentRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop",
        " Stop. ",
        "STOP!!",
        "stop pls",
        "Please stop.",
        "stop, thank you",
        "\"STOP\"",
        "stopppp",
        "STOPALL",
        "stop all",
        "Unsubscribe",
        "opt-out",
        "cancel",
        "END",
        "quit",
        "revoke",
        "dont text me",
        "don't text me anymore",
        "alto",
        "ALTO gracias",
        "por favor alto",
        "no más mensajes",
        "ya no me escriban",
        "dejen de escribirme",
        "st\u200bop"
      })
  void theseAreAStop(String text) {
    assertThat(signal(text)).containsExactly(ConsentSignal.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stop by tomorrow?",
        "i cant stop crying",
        "tell him to stop",
        "bus stop",
        "please dont stop helping me",
        "the end is near",
        "cancel my appointment on friday",
        "i quit my job",
        "alto hospital?",
        "me duele, no para",
        "end it all",
        "",
        "!!!",
        "ok",
        "> Reply STOP to end texts\nok thanks"
      })
  void theseSayNothingAboutConsent(String text) {
    assertThat(signal(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "unstop", "Iniciar", "start please"})
  void theseAreAStart(String text) {
    assertThat(signal(text)).containsExactly(ConsentSignal.START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELP", "help me", "help me please", "AYUDA", "¡ayúdame!", "info"})
  void theseAskForHelp(String text) {
    assertThat(signal(text)).containsExactly(ConsentSignal.HELP);
  }

  @Test
  void helpInsideASentenceIsLeftToTriage() {
    assertThat(signal("help me he has a knife")).isEmpty();
  }

  @Test
  void theAnswerSpeaksTheLanguageOfTheWord() {
    assertThat(ConsentRules.read("alto"))
        .isInstanceOfSatisfying(
            ConsentRules.Said.class, said -> assertThat(said.language()).isEqualTo("es"));
  }

  @Test
  void hostileTextsAreReadWithoutHarm() {
    List.of(
            "\ud800",
            "\u202eSTOP",
            "a".repeat(5_000),
            "stop ".repeat(80),
            "\u0000stop\u0000",
            "🛑",
            "please ".repeat(60))
        .forEach(text -> assertThat(ConsentRules.read(text)).isNotNull());
  }

  @Test
  void everyAutomaticTextIsOnePartOfGsmAndNamesBothNumbers() {
    for (ConsentSignal signal : ConsentSignal.values()) {
      for (String language : List.of("en", "es")) {
        String text = AutoReplies.to(signal, language).reveal();
        assertThat(text).contains("911").contains("988").matches("[A-Za-z0-9 .,:]+");
        assertThat(text.length()).isLessThanOrEqualTo(160);
      }
    }
  }

  private static List<ConsentSignal> signal(String text) {
    return switch (ConsentRules.read(text)) {
      case ConsentRules.Said said -> List.of(said.signal());
      case ConsentRules.Silent _ -> List.of();
    };
  }
}
