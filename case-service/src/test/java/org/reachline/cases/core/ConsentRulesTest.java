package org.reachline.cases.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.events.OutboundEvent.Purpose;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s.t.o.p",
        "sotp",
        "unsubcribe",
        "ST0P",
        "\ud83d\uded1",
        "stop stop stop",
        "can you please stop texting me?",
        "quit messaging me ok",
        "please remove my number from your list",
        "take my number out of your system",
        "i dont want to get messages from you",
        "i no longer wish to receive texts",
        "i revoke my consent",
        "lose my number",
        "moved to another town so please stop the texts",
        "my phone bill is going up stop texting me",
        "i texted stop 3 times already",
        "paren de mandarme textos",
        "s\u00e1quenme de la lista",
        "ya no quiero mensajes",
        "no vuelvan a escribirme",
        "quiero darme de baja"
      })
  void freeFormsAreAStop(String text) {
    assertThat(signal(text)).containsExactly(ConsentSignal.STOP);
    assertThat(scope(text)).isEqualTo(ConsentRules.Scope.ALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "he wont stop texting me",
        "tell them to stop calling the cops on me",
        "dont stop texting me please",
        "why did you stop texting me",
        "if you stop texting me ill be alone",
        "I said stop and he kept going",
        "i have no more texts left on my plan",
        "take me off the waiting list",
        "remove me from the lease",
        "get me out of here",
        "dont text my husband he will see it",
        "dont call the police",
        "i want to end it",
        "ya no quiero nada",
        "ya no quiero vivir",
        "no quiero estar aqui",
        "quiero dejar de tomar",
        "no llamen a la policia",
        "im at the bus stop text me",
        "i need to cancel",
        "Liked \u201cReply STOP to end texts\u201d",
        "also",
        "dont text and drive, kidding"
      })
  void wordsAboutOthersOrOneselfStopNothing(String text) {
    assertThat(signal(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leave me alone",
        "enough",
        "ya basta",
        "d\u00e9jenme en paz",
        "STOP lol jk",
        "how do i unsubscribe",
        "too many texts",
        "stop texting me unless its about housing",
        "no!! stop!! please"
      })
  void whatMayBeAStopIsADoubt(String text) {
    assertThat(ConsentRules.read(text)).isInstanceOf(ConsentRules.Doubtful.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sorry didnt mean to text stop",
        "you can text me again",
        "turn the messages back on",
        "sign me back up",
        "quiero volver a recibir mensajes"
      })
  void freeFormsAreAStart(String text) {
    assertThat(signal(text)).containsExactly(ConsentSignal.START);
  }

  @Test
  void aPartIsAPart() {
    assertThat(scope("no more reminders but you can text about housing"))
        .isEqualTo(ConsentRules.Scope.REMINDERS);
    assertThat(scope("dejen de llamarme")).isEqualTo(ConsentRules.Scope.CALLS);
    assertThat(scope("no more surveys please")).isEqualTo(ConsentRules.Scope.OUTREACH);
    assertThat(scope("dont text me after 9")).isEqualTo(ConsentRules.Scope.HOURS);
    assertThat(scope("you have the wrong number")).isEqualTo(ConsentRules.Scope.NUMBER);
    assertThat(ConsentRules.Scope.REMINDERS.purposes()).containsExactly(Purpose.REMINDER);
    assertThat(ConsentRules.Scope.ALL.purposes()).doesNotContain(Purpose.CONFIRMATION).hasSize(5);
  }

  @Test
  void longAndRepeatedTextsAreReadInBoundedTime() {
    String hostile = "please stop no more ya no quiero text me ".repeat(50);

    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          for (int i = 0; i < 20; i++) {
            assertThat(ConsentRules.read(hostile.substring(i))).isNotNull();
          }
        });
  }

  private static ConsentRules.Scope scope(String text) {
    return ConsentRules.read(text) instanceof ConsentRules.Said said
        ? said.scope()
        : ConsentRules.Scope.ALL;
  }

  private static List<ConsentSignal> signal(String text) {
    return switch (ConsentRules.read(text)) {
      case ConsentRules.Said said -> List.of(said.signal());
      case ConsentRules.Doubtful _, ConsentRules.Silent _ -> List.of();
    };
  }
}
