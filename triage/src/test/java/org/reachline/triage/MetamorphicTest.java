package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spelling habits do not hide a crisis; a denial changes the level, a look-alike of a denial does
 * not.
 */
class MetamorphicTest {
  @Test
  void capitalsDoNotLower() {
    neverLowers(text -> text.toUpperCase(Locale.ROOT));
  }

  @Test
  void accentsDoNotMatter() {
    neverLowers(text -> Normalizer.normalize(text, Normalizer.Form.NFD));
  }

  @Test
  void zeroWidthCharactersDoNotLower() {
    neverLowers(text -> String.join("\u200b", text.split("")));
  }

  @Test
  void rightToLeftMarksDoNotLower() {
    neverLowers(text -> "\u202e" + text.replace(" ", " \u200f"));
  }

  @Test
  void neutralEmojiDoesNotLower() {
    neverLowers(text -> "🥶 " + text.replace(" ", " 🙏 ") + " ❤️");
  }

  @Test
  void stretchedVowelsDoNotLower() {
    neverLowers(text -> text.replace("e", "eee").replace("a", "aaaa"));
  }

  @Test
  void kindWordsAroundDoNotLower() {
    neverLowers(text -> "hi miss its me from tuesday.\n" + text + "\nthank you and god bless");
  }

  @ParameterizedTest
  @CsvSource({
    "i want to kill myself, i want to k1ll mys3lf",
    "im suicidal, im su1c1d4l",
    "im suicidal, im s u i c i d a l",
    "im suicidal, im s.u.i.c.i.d.a.l",
    "im suicidal, im suicdal",
    "i think she overdosed, i think she overdsed",
    "quiero suicidarme, kiero suisidarme",
    "no puedo respirar, no puedo rrespirar",
    "me quiero matar, me kiero matar"
  })
  void misspellingsAreReadTheSame(String plain, String misspelt) {
    assertThat(Examples.severity(misspelt))
        .isGreaterThanOrEqualTo(Severity.ELEVATED)
        .isEqualTo(Examples.severity(plain));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "im not suicidal",
        "i dont want to die",
        "no me quiero morir",
        "nunca quise matarme",
        "i was never suicidal"
      })
  void aDenialStaysVisibleButLow(String text) {
    assertThat(Examples.severity(text)).isEqualTo(Severity.LOW);
    assertThat(Examples.assess(text).modifiers()).contains(Modifier.NEGATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no joke im suicidal",
        "i cant stop thinking about killing myself",
        "dont tell anyone i want to kill myself",
        "no es broma me quiero matar",
        "no le digas a nadie, me quiero matar",
        "no puedo dejar de pensar en matarme",
        "nobody cares that im suicidal",
        "im not ok but i want to kill myself",
        "not sure why but im suicidal"
      })
  void aLookAlikeOfADenialDoesNotLower(String text) {
    assertThat(Examples.severity(text)).isGreaterThanOrEqualTo(Severity.HIGH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "im dying of laughter | i want to die",
        "kms lol | kms",
        "my mom is gonna kill me | hes gonna kill me",
        "hit me up later | he hit me later",
        "my phone is dying | she wont wake up",
        "me muero de risa | me quiero morir"
      })
  void anIdiomAndItsLiteralTwinFallOnOppositeSides(String idiom, String literal) {
    assertThat(Examples.severity(idiom)).isLessThan(Severity.ELEVATED);
    assertThat(Examples.severity(literal)).isGreaterThanOrEqualTo(Severity.ELEVATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "he is hitting me | me esta pegando",
        "i cant breathe | no puedo respirar",
        "chest pain | dolor de pecho",
        "i have nowhere to sleep | no tengo donde dormir",
        "i cant find my daughter | no encuentro a mi hija",
        "they changed the locks | cambiaron la cerradura"
      })
  void translationsHaveTheSameLevel(String english, String spanish) {
    assertThat(Examples.assess(english).findings()).isEqualTo(Examples.assess(spanish).findings());
  }

  private static void neverLowers(UnaryOperator<String> change) {
    for (Examples.Line line : Examples.atLeast(Severity.ELEVATED)) {
      String changed = change.apply(line.text());
      assertThat(Examples.severity(changed))
          .as("%s: %s", line.id(), changed)
          .isGreaterThanOrEqualTo(line.severity());
    }
  }
}
