package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LearnedTest {
  private static final Lexicon NO_WORDS = new LexiconBuilder().build();
  private static final String RULES =
      """
      version test
      cue neg NEG
        en: no
        es: no
        never
      cue sign.body BODY_SIGN
        en: a body
        es: un cuerpo
        shaking
      cue sign.joke RISK medical low
        en: a joke
        es: una broma
        joking
      cue fire RISK exposure imminent
        en: fire
        es: fuego
        fire
      cue sign.weak RISK medical high
        en: weak
        es: débil
        pale
      support sign.weak
      """;

  private static final Rules PLAIN = rules(RULES);
  private static final Rules TRAINED = rules(RULES + layer("grandma gone silent", 0.3, 0.6, 0.8));

  @Test
  void aloneItAsksForAReviewHoweverSureItIs() {
    Assessment.Assessed found = assess("grandma gone silent", TRAINED);

    assertThat(found.findings()).containsExactly(new Finding(Category.MEDICAL, Severity.ELEVATED));
    assertThat(found.modifiers()).containsExactly(Modifier.LEARNED);
  }

  @Test
  void besideASignThatARuleNamesItPagesAndShowsBoth() {
    Assessment.Assessed found = assess("grandma gone silent, shaking", TRAINED);

    assertThat(found.severity()).isEqualTo(Severity.HIGH);
    assertThat(found.evidence()).extracting(Evidence::cue).contains("learned.words", "sign.body");
  }

  @Test
  void earlierWordsThatMadeItSuspectAreNamed() {
    Context.Earlier hello = earlier("m1", "hello");
    Context.Earlier gone = earlier("m2", "grandma gone");
    Context context = Examples.PLAIN.withEarlier(List.of(hello, gone));

    Assessment.Assessed review = assess("silent", context, TRAINED);
    Assessment.Assessed page = assess("silent, shaking", context, TRAINED);

    assertThat(review.severity()).isEqualTo(Severity.ELEVATED);
    assertThat(review.earlierUsed()).containsExactly("m2");
    assertThat(page.severity()).isEqualTo(Severity.HIGH);
    assertThat(page.earlierUsed()).containsExactly("m2");
    assertThat(assess("grandma gone silent", TRAINED).earlierUsed()).isEmpty();
  }

  private static Context.Earlier earlier(String ref, String text) {
    return new Context.Earlier(ref, Examples.NOW.minus(Duration.ofMinutes(2)), text, Severity.NONE);
  }

  @Test
  void aSignThatIsHeldBackDoesNotPage() {
    assertThat(assess("grandma gone silent, never shaking", TRAINED).severity())
        .isEqualTo(Severity.ELEVATED);
  }

  @Test
  void itRaisesALowAndLeavesWhatTheRulesPage() {
    assertThat(assess("grandma gone silent joking", TRAINED).severity())
        .isEqualTo(Severity.ELEVATED);
    assertThat(assess("grandma gone silent fire", TRAINED).findings())
        .containsExactly(new Finding(Category.EXPOSURE, Severity.IMMINENT));
  }

  @Test
  void whatItHasNotLearnedStaysAsTheRulesSay() {
    assertThat(assess("lunch at noon", TRAINED)).isEqualTo(assess("lunch at noon", PLAIN, TRAINED));
  }

  @Test
  void itNeverLowersWhatTheRulesFind() {
    Rules without = withoutLearned();
    Examples.all()
        .forEach(
            line ->
                assertThat(Examples.severity(line.text()))
                    .isGreaterThanOrEqualTo(assess(line.text(), without).severity()));
  }

  @Test
  void aRuleThatAlsoFiresOnHarmlessWordsIsLowUntilTheLayerSupportsIt() {
    assertThat(assess("she is pale", PLAIN).severity()).isEqualTo(Severity.LOW);
    assertThat(assess("she is pale", TRAINED).severity()).isEqualTo(Severity.LOW);
    assertThat(assess("she is pale", TRAINED).modifiers()).containsExactly(Modifier.UNSUPPORTED);
    assertThat(assess("grandma gone silent and pale", TRAINED).findings())
        .containsExactly(new Finding(Category.MEDICAL, Severity.HIGH));
  }

  @Test
  void itActsOnlyWhenNeitherOfItsTwoRegressionsDoubts() {
    Rules doubting =
        rules(
            RULES
                + layer("grandma gone silent", 0.3, 0.6, 0.8).replace("serious -4", "serious -90"));

    assertThat(assess("grandma gone silent", doubting).severity()).isEqualTo(Severity.NONE);
    assertThat(assess("grandma gone silent, shaking", doubting).severity())
        .isEqualTo(Severity.NONE);
    assertThat(assess("grandma gone silent and pale", doubting).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void everyRuleBelowImminentWaitsUnlessItHasProvenItself() {
    String strong = "cue sign.strong RISK medical elevated\n  en: x\n  es: x\n  grey\n";
    Rules all = rules(RULES + strong + "support *\n");
    Rules proven = rules(RULES + strong + "support *\nalone sign.strong\n");

    assertThat(assess("she is grey", all).severity()).isEqualTo(Severity.LOW);
    assertThat(assess("she is grey", proven).severity()).isEqualTo(Severity.ELEVATED);
    assertThat(assess("fire", all).severity()).isEqualTo(Severity.IMMINENT);
    assertThat(errors("alone fire\n")).contains("it stands alone, got fire");
    assertThat(errors("alone fir\n")).contains("the id of a frame or RISK cue, got fir");
    assertThat(errors("alone\n")).contains("alone RULE ...");
  }

  @Test
  void whatAnAgencyAddsWaitsForNobody() {
    String own = "cue own RISK medical high\n  en: x\n  es: x\n  blurry\n";
    var overlay = new RuleFile("agency.txt", "version a\n" + own + "more sign.weak\n  ashen\n");
    Rules rules = loaded(rules(RULES + "support *\n").with(overlay));

    assertThat(assess("all is blurry", rules).severity()).isEqualTo(Severity.HIGH);
    assertThat(assess("she is ashen", rules).severity()).isEqualTo(Severity.HIGH);
    assertThat(assess("she is pale", rules).severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void whatIsImminentNeverWaitsForSupport() {
    assertThat(errors("support fire\n")).contains("rules.txt:", "it stands alone, got fire");
    assertThat(errors("support fir\n")).contains("the id of a frame or RISK cue, got fir");
  }

  @Test
  void itsEvidenceNamesWordsOfTheMessageAndHasAMeaning() {
    String text = "ok 😀 grandma gone SILENT";
    List<String> shown =
        assess(text, TRAINED).evidence().stream()
            .map(e -> text.substring(e.start(), e.end()))
            .toList();

    assertThat(shown).containsExactly("grandma", "gone", "SILENT");
    assertThat(CueText.of("learned.words", Locale.ENGLISH)).contains("crisis messages");
  }

  @Test
  void capitalsAccentsAndStretchedLettersPlayNoPart() {
    assertThat(buckets("Mamá is SOOOO cold")).isEqualTo(buckets("mama is so cold"));
  }

  @Test
  void aMessageIsWeighedByWhatItsFeaturesWereTaughtHoweverLongItIs() {
    List<String> texts = Examples.all().stream().map(Examples.Line::text).toList();
    String long_ = String.join("\n", texts);

    for (String text :
        Stream.concat(texts.stream(), Stream.of(long_, "", "xqzw k1ll 3am no no no")).toList()) {
      Wording.Part whole = whole(text);
      for (Learned.Weights weights : Examples.RULES.learned().all()) {
        assertThat(whole.score(weights)).isCloseTo(taught(text, weights), within(1e-9));
      }
    }
  }

  private static Wording.Part whole(String text) {
    Reading reading = Reading.of(text, Examples.RULES);
    List<Written.Word> words = reading.written().words();
    return new Wording(words).part(0, words.size(), reading.cues(0, text.length()));
  }

  /** As the trainer sees it: each feature times its value. */
  private static double taught(String text, Learned.Weights weights) {
    Features seen = Features.of(text, Examples.RULES);
    double score = weights.bias();
    for (int word : seen.words()) {
      score += seen.wordValue() * weights.scale() * weights.at(word);
    }
    for (int cue : seen.cues()) {
      score += seen.cueValue() * weights.scale() * weights.at(cue);
    }
    return score;
  }

  @Test
  void aLineOfALongTextWeighsWhatItWeighsAlone() {
    Learned.Weights crisis = Examples.RULES.learned().crisis();
    List<String> texts = Examples.all().stream().map(Examples.Line::text).toList();
    var together = new Wording(Written.of(String.join("\n", texts), NO_WORDS).words());
    int[] none = {};

    int from = 0;
    for (String text : texts) {
      List<Written.Word> own = Written.of(text, NO_WORDS).words();
      int to = from + own.size();
      assertThat(together.part(from, to, none).score(crisis))
          .isEqualTo(new Wording(own).part(0, own.size(), none).score(crisis));
      from = to;
    }
  }

  @Test
  void aWordSaidAgainAndAgainDoesNotThinOutTheOthers() {
    assertThat(buckets("ok ok ok ok ok i fell")).hasSameSizeAs(buckets("ok ok ok i fell"));
  }

  @Test
  void aBadLayerIsRefusedByFileAndLine() {
    assertThat(errors("learned 0.5\n")).contains("learned support|review|page CRISIS SERIOUS");
    assertThat(errors("learned page 0.6 7\n")).contains("probability");
    assertThat(errors("weights crisis 0 1 " + weights(3) + "\n"))
        .contains(Features.SIZE + " weights or " + Features.SMALL + ", got 3");
    assertThat(errors("weights crisis 0 1 " + weights(Grams.CUES + 1024) + "\n"))
        .contains(Features.SIZE + " weights or " + Features.SMALL + ", got");
    assertThat(errors("weights crisis NaN 1 AAAA\n")).contains("a number, got NaN");
    assertThat(errors("weights crisis 0 1 ????\n")).contains("base 64");
    assertThat(errors("weights crisis 0 1 AAAA\n")).contains("zlib");
    assertThat(errors("weights crisis 0 1 " + weights(9).substring(0, 8) + "\n"))
        .contains("packed");
    assertThat(errors("weights crisis 0 1 " + weights(64 << 20) + "\n"))
        .contains(Features.SIZE + " weights or " + Features.SMALL + ", got " + (Features.SIZE + 1));
    assertThat(errors("weights nothing 0 1 AAAA\n")).contains("rules.txt:");
  }

  @Test
  void whatAsksForAReviewSupportsARuleAndPagesMayBeOff() {
    assertThat(errors("learned support 0.7 0.5\nlearned review 0.6 0.5\n"))
        .contains("rules.txt:", "support not above review");
    assertThat(errors("learned review 0.6 0.4\nlearned support 0.5 0.5\n"))
        .contains("rules.txt:", "support not above review");
    assertThat(errors("learned support 0.3 0.5\nlearned review 0.3 0.5\n")).isEqualTo("good");
    assertThat(errors("learned page 1.0 1.0\n")).isEqualTo("good");
  }

  @Test
  void aSecondLineForTheSameIsRefused() {
    String weights = "weights medical 0 1 " + weights(Features.SMALL) + "\n";

    assertThat(errors("learned page 0.6 0.5\nlearned page 0.6 0.5\n"))
        .contains("one line learned page");
    assertThat(errors(weights + weights)).contains("one line of weights for medical");
  }

  @Test
  void aMisspellingIsWeighedAsTheWordThatIsMeantWhateverAnAgencyAdds() {
    Rules core = Examples.RULES;
    Rules more =
        loaded(
            core.with(
                new RuleFile(
                    "own.txt",
                    "version own.1\n"
                        + "cue own.words RISK medical low\n"
                        + "  en: own words\n  es: palabras propias\n"
                        + "  inslina\n  insulinna\n  mys3lf\n  k ll\n")));

    for (Rules rules : List.of(core, more)) {
      assertThat(seen("se me acabo la inslina", rules))
          .isEqualTo(seen("se me acabo la insulina", core));
      assertThat(seen("i want to k!ll mys3lf", rules))
          .isEqualTo(seen("i want to kill myself", core));
    }
  }

  @Test
  void lookAlikesAndLettersApartPlayNoPart() {
    assertThat(buckets("my sui\u0441ide")).isEqualTo(buckets("my suicide"));
    for (String apart :
        List.of("s u i c i d e", "s-u-i-c-i-d-e", "s  u  i  c  i  d  e", "s. u. i. c. i. d. e")) {
      assertThat(buckets("my " + apart)).as(apart).isEqualTo(buckets("my suicide"));
    }
  }

  @Test
  void anAgencyBringsNoLayerOfItsOwn() {
    var overlay = new RuleFile("agency.txt", "version a\nlearned page 0.1 0.1\n");

    assertThat(PLAIN.with(overlay)).isInstanceOf(Rules.Refused.class);
  }

  private static Rules withoutLearned() {
    List<RuleFile> files =
        Rules.coreFiles().stream().filter(f -> !f.name().contains("learned")).toList();
    return ((Rules.Loaded) Rules.parse(files)).rules();
  }

  private static Assessment.Assessed assess(String text, Rules rules) {
    return assess(text, Examples.PLAIN, rules);
  }

  private static Assessment.Assessed assess(String text, Context context, Rules rules) {
    return (Assessment.Assessed) Triage.assess(text, context, rules);
  }

  /** As these rules say, under the name of others. */
  private static Assessment.Assessed assess(String text, Rules rules, Rules named) {
    Assessment.Assessed a = assess(text, rules);
    return new Assessment.Assessed(
        a.findings(),
        a.carried(),
        a.neutralReply(),
        a.rank(),
        a.evidence(),
        a.modifiers(),
        a.earlierUsed(),
        named.version());
  }

  /** A layer that knows one crisis by heart. */
  private static String layer(String crisis, double support, double review, double page) {
    var steps = new byte[Features.SIZE];
    for (int bucket : buckets(crisis)) {
      steps[Features.at(bucket, Features.SIZE)] = 100;
    }
    String weights = PackedWeights.pack(steps);
    return "cue learned.words LEARNED\n  en: labelled\n  es: etiquetado\nlearned support %s 0.1\nlearned review %s 0.5\nlearned page %s 0.5\n"
            .formatted(support, review, page)
        + Stream.of("crisis -4", "serious -4", "urgent -4", "medical 0", "exposure -9")
            .map(head -> "weights " + head + " 0.02 " + weights + "\n")
            .collect(Collectors.joining());
  }

  private static Rules rules(String content) {
    return loaded(Rules.parse("rules.txt", content));
  }

  private static Rules loaded(Rules.Outcome outcome) {
    return switch (outcome) {
      case Rules.Loaded(var rules) -> rules;
      case Rules.Refused(var errors) -> throw new AssertionError(errors.describe());
    };
  }

  private static String weights(int size) {
    return PackedWeights.pack(new byte[size]);
  }

  private static String errors(String line) {
    return switch (Rules.parse("rules.txt", RULES + line)) {
      case Rules.Loaded _ -> "good";
      case Rules.Refused(var errors) -> errors.describe();
    };
  }

  private static int[] seen(String text, Rules rules) {
    return Features.of(text, rules).words();
  }

  private static int[] buckets(String text) {
    return Features.of(Written.of(text, NO_WORDS).words(), new int[0]).words();
  }
}
