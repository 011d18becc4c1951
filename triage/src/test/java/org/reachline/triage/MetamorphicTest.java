package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void digitsForLettersInTheWordsThatCountDoNotLower() {
    neverLowersCue(3, word -> word.replace('e', '3').replace('o', '0').replace('i', '1'));
  }

  @Test
  void letterByLetterTheWordsThatCountDoNotLower() {
    neverLowersCue(7, word -> String.join(" ", word.split("")));
  }

  @Test
  void oneLetterLostFromALongWordThatCountsDoesNotLower() {
    for (int lost = 1; lost < 7; lost++) {
      int at = lost;
      neverLowersCue(7, word -> without(at, word));
    }
  }

  @Test
  void aStoryInTwoMessagesHasTheLevelOfOne() {
    for (Examples.Line line : Examples.atLeast(Severity.HIGH)) {
      for (int cut = line.text().indexOf(' '); cut > 0; cut = line.text().indexOf(' ', cut + 1)) {
        String first = line.text().substring(0, cut);
        Severity before = Examples.severity(first);
        Context.Earlier said =
            new Context.Earlier("m1", Examples.NOW.minusSeconds(120), first, before);
        Context context = Examples.PLAIN.withEarlier(List.of(said));
        Severity after = Examples.assess(line.text().substring(cut + 1), context).severity();

        Severity least = restsOnLearned(line) ? Severity.ELEVATED : line.severity();
        assertThat(before.max(after)).as("%s at %d", line.id(), cut).isGreaterThanOrEqualTo(least);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "i want to kill myself, i want to k1ll mys3lf",
    "im suicidal, im su1c1d4l",
    "im suicidal, im s u i c i d a l",
    "im suicidal, im s.u.i.c.i.d.a.l",
    "im suicidal, im suicdal",
    "i want to kill myself tonight, i want to kill 😭 myself 😂 tonight",
    "no puedo respirar, no 😭 puedo 💀 respirar",
    "i think she overdosed, i think she overdsed",
    "quiero suicidarme, kiero suisidarme",
    "no puedo respirar, no puedo rrespirar",
    "me quiero matar, me kiero matar",
    "i want to kill myself, i want to k!ll myself",
    "im suicidal, im su!c!dal",
    "im suicidal, IM SU!C!DAL!",
    "im suicidal, im su\u0456\u0441id\u0430l",
    "i want to kill myself, i want to \u039aILL myself",
    "im suicidal, im \uff53\uff55\uff49\uff43\uff49\uff44\uff41\uff4c",
    "im suicidal, im s  u  i  c  i  d  a  l",
    "im suicidal, im s. u. i. c. i. d. a. l.",
    "im suicidal, im s .u .i .c .i .d .a .l",
    "im suicidal, im s-u-i-c-i-d-a-l",
    "im suicidal, im s_u_i_c_i_d_a_l",
    "i want to kill myself, i want to k*i*l*l myself",
    "i want to kill myself, i want to k i l l  m y s e l f",
    "he has a gun, he has a g u n",
    "he has a gun, he has a g.u.n",
    "i cant breathe, i can\uff07t breathe",
    "i cant breathe, i can\u2032t breathe",
    "i cant breathe, i can\u02b9t breathe",
    "i cant breathe, i can`t breathe"
  })
  void misspellingsAreReadTheSame(String plain, String misspelt) {
    assertThat(Examples.severity(misspelt))
        .isGreaterThanOrEqualTo(Severity.ELEVATED)
        .isEqualTo(Examples.severity(plain));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hi!how are you | hi how are you",
        "k!im at work | k im at work",
        "u r a b c | u r a b c",
        "c u. i m late. u r | c u i m late u r",
        "\u0441\u0443\u0438\u0446\u0438\u0434 | ok",
        "\u2100 \u249c\u249d\u249e\u249f | ok"
      })
  void ordinaryWritingMakesNoOtherWords(String written, String plain) {
    assertThat(Examples.assess(written).findings()).isEqualTo(Examples.assess(plain).findings());
  }

  @Test
  void anExclamationMarkBetweenTwoWordsEndsASentence() {
    var told = new ArrayList<String>();
    Fold.fold("stop!how k!ll are!", new Told(told));

    assertThat(told).containsExactly("stop", ".", "how", "kill", "are", ".");
  }

  @Test
  void lettersThatAreNoWordKeepWhatPartsThem() {
    var told = new ArrayList<String>();
    Fold.fold("c u. i m late. k. i. l. l. me", new Told(told));

    assertThat(told)
        .containsExactly("c", "u", ".", "i", "m", "late", ".", "k", "i", "l", "l", ".", "me");
  }

  @Test
  void evidenceQuotesLettersApartAsTheyAreWritten() {
    for (String written : List.of("k!ll", "k  i  l  l", "k\u0456ll", "k*i*l*l")) {
      String text = "ok 😀 i want to " + written + " myself";
      Evidence evidence = Examples.assess(text).evidence().getFirst();

      assertThat(text.substring(evidence.start(), evidence.end())).contains(written + " myself");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "im not suicidal",
        "i dont want to die",
        "no me quiero morir",
        "nunca quise matarme",
        "i was never suicidal",
        "im not going to kill myself",
        "not suicidal at all",
        "tampoco quiero morirme"
      })
  void aDenialStaysVisibleButLow(String text) {
    Assessment.Assessed assessed = Examples.assess(text);

    assertThat(assessed.severity()).isEqualTo(Severity.LOW);
    assertThat(assessed.evidence()).isNotEmpty();
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
        "not sure why but im suicidal",
        "im not joking im suicidal",
        "i didnt wake up dead again and im suicidal",
        "no me importa nada, quiero matarme",
        "no one knows i want to kill myself",
        "no tengo hambre pero me quiero matar"
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
        "hit me up later | he hit me",
        "my phone is dying | she wont wake up",
        "me muero de risa | me quiero morir",
        "dead battery, my phone died | i wish i was dead",
        "matando el tiempo aqui | voy a matarlo",
        "bank withdrawal fee | going through withdrawal",
        "blood test on monday | bleeding out",
        "im freezing in this office lol | im going to freeze tonight",
        "he beat me at cards | he beat me last night"
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
        "i want to kill myself | me quiero matar",
        "i took all the pills | me tome todas las pastillas",
        "i dont want to live | no quiero vivir",
        "my husband beat me | mi esposo me golpeo",
        "he wont let me leave | no me deja salir",
        "im scared of my husband | tengo miedo de mi esposo",
        "theyre shooting | estan disparando",
        "i was raped | me violaron",
        "i dont feel safe | no me siento segura",
        "it was an overdose | fue una sobredosis",
        "im about to relapse | estoy a punto de recaer",
        "i cant feel my feet | no siento los pies",
        "i smell gas | huele a gas",
        "my kids are home alone | mis hijos estan solos",
        "eviction | desalojo",
        "they took our passports | nos quitaron los pasaportes",
        "i cant breathe | no puedo respirar",
        "chest pain | dolor de pecho",
        "i have nowhere to sleep | no tengo donde dormir",
        "i cant find my daughter | no encuentro a mi hija",
        "they changed the locks | cambiaron la cerradura"
      })
  void translationsHaveTheSameLevel(String english, String spanish) {
    Assessment.Assessed one = Examples.assess(english);
    Assessment.Assessed other = Examples.assess(spanish);

    assertThat(one.category()).isEqualTo(other.category());
    if (isLearned(one) || isLearned(other)) {
      assertThat(List.of(one.severity(), other.severity()))
          .allMatch(severity -> severity.atLeast(Severity.ELEVATED));
    } else {
      assertThat(one.severity()).isEqualTo(other.severity());
    }
  }

  private static boolean restsOnLearned(Examples.Line line) {
    return isLearned(Examples.assess(line.text()))
        || Triage.fired(line.text(), Examples.RULES).stream()
            .anyMatch(fired -> Examples.RULES.needsSupport(fired.rule()));
  }

  /** Two wordings never weigh quite the same to the learned layer. */
  private static boolean isLearned(Assessment.Assessed assessed) {
    return assessed.modifiers().contains(Modifier.LEARNED);
  }

  /** Changes the plain words of at least so many letters inside what the evidence shows. */
  private static void neverLowersCue(int letters, UnaryOperator<String> change) {
    for (Examples.Line line : Examples.atLeast(Severity.ELEVATED)) {
      String text = line.text();
      for (Evidence e : Examples.assess(text).evidence()) {
        if (e.effect() == Effect.RAISES) {
          String span = changed(text.substring(e.start(), e.end()), letters, change);
          String whole = text.substring(0, e.start()) + span + text.substring(e.end());
          assertThat(Examples.severity(whole))
              .as("%s: %s", line.id(), whole)
              .isGreaterThanOrEqualTo(line.severity());
        }
      }
    }
  }

  /** One word at a time is hard enough to read. */
  private static String changed(String span, int letters, UnaryOperator<String> change) {
    String[] words = span.split(" ");
    for (int i = 0; i < words.length; i++) {
      if (isPlain(words[i]) && words[i].length() >= letters) {
        words[i] = change.apply(words[i]);
        break;
      }
    }
    return String.join(" ", words);
  }

  /** A word of its own that is left over, or one blocked on purpose, is no misspelling. */
  private static String without(int letter, String word) {
    String left = word.substring(0, letter) + word.substring(letter + 1);
    return Examples.RULES.lexicon().isWord(left) || isBlocked(left) ? word : left;
  }

  private static boolean isBlocked(String word) {
    return Rules.coreFiles().stream()
        .flatMap(file -> RuleLine.of(file, false).stream())
        .anyMatch(line -> line.opens().equals("block") && line.words().contains(word));
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static void neverLowers(UnaryOperator<String> change) {
    for (Examples.Line line : Examples.atLeast(Severity.ELEVATED)) {
      String changed = change.apply(line.text());
      assertThat(Examples.severity(changed))
          .as("%s: %s", line.id(), changed)
          .isGreaterThanOrEqualTo(line.severity());
    }
  }

  /** Words, and where sentences end. */
  private record Told(List<String> told) implements Fold.Words {
    @Override
    public void word(String folded, int start, int end) {
      told.add(folded);
    }

    @Override
    public void sentence() {
      told.add(".");
    }

    @Override
    public boolean spells(String letters) {
      return letters.equals("kill");
    }
  }
}
