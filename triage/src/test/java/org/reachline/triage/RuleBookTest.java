package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleBookTest {
  private static final RuleFile SAW =
      new RuleFile("agency", "version 7\ncue a RISK medical high\n  en: x\n  es: x\n  zzyzx\n");

  @Test
  void goodRulesTakeTheirPlaceAtOnce() {
    var book = new RuleBook(Examples.RULES);

    Rules.Outcome outcome = book.offer(Examples.RULES.with(SAW));

    assertThat(outcome).isInstanceOf(Rules.Loaded.class);
    assertThat(book.current().version()).contains("+7-");
    assertThat(Triage.assess("zzyzx", Examples.PLAIN, book.current()))
        .isInstanceOfSatisfying(
            Assessment.Assessed.class, a -> assertThat(a.severity()).isEqualTo(Severity.HIGH));
  }

  @Test
  void badRulesLeaveTheOldOnesInForceAndAreReported() {
    var book = new RuleBook(Examples.RULES);

    Rules.Outcome outcome = book.offer(Rules.parse("new", "cue x"));

    assertThat(book.current()).isSameAs(Examples.RULES);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Rules.Refused.class,
            refused -> assertThat(refused.errors().describe()).startsWith("new:1: expected "));
  }

  @Test
  void aLaterAgencyFileTakesThePlaceOfTheEarlierOne() {
    var other = new RuleFile("agency", SAW.content().replace("zzyzx", "qqzzy").replace("7", "8"));
    Rules first = ((Rules.Loaded) Examples.RULES.with(SAW)).rules();

    Rules second = ((Rules.Loaded) first.with(other)).rules();

    assertThat(Triage.fired("zzyzx", second)).isEmpty();
    assertThat(Triage.fired("qqzzy", second)).hasSize(1);
  }
}
