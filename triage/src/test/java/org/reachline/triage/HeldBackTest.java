package org.reachline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeldBackTest {
  @Test
  void laughterIsNamedWhereItHeldSomethingBack() {
    assertThat(Examples.assess("im gonna kill him lol").modifiers())
        .containsExactly(Modifier.LAUGHTER);
  }

  @Test
  void laughterIsNotNamedWhereWhatItTookAwayIsSaidAnyhow() {
    Assessment.Assessed assessed = Examples.assess("hes gonna kill me lol he has a gun");

    assertThat(assessed.severity()).isEqualTo(Severity.IMMINENT);
    assertThat(assessed.modifiers()).doesNotContain(Modifier.LAUGHTER);
  }

  @Test
  void aNegationAndAFarPastAreNamed() {
    assertThat(Examples.assess("he didnt hit me").modifiers()).contains(Modifier.NEGATED);
    assertThat(Examples.assess("i was raped 20 years ago").modifiers()).contains(Modifier.FAR_PAST);
  }

  @Test
  void aRuleThatWaitsForSupportIsNotNamedBesideWhatIsImminent() {
    Assessment.Assessed assessed =
        Examples.assess("im gonna kill her with the gun, shes here now haha");

    assertThat(assessed.severity()).isEqualTo(Severity.IMMINENT);
    assertThat(assessed.modifiers()).doesNotContain(Modifier.UNSUPPORTED);
  }

  @Test
  void whoDeniesTheHarmlessReadingMeansIt() {
    assertThat(Examples.assess("no es simulacro hay un tirador").severity())
        .isEqualTo(Severity.IMMINENT);
  }

  @Test
  void aPhraseThatDeniesDoesNotTakeItsNegationFromTheDanger() {
    assertThat(Examples.assess("he never had a seizure").severity()).isEqualTo(Severity.LOW);
  }
}
