package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.channels.spi.ChannelConfig;

/** A case passes only for the events it names. */
class ComparisonTest {
  private static final ChannelConfig CONFIG =
      new Lab(
              new Pigeon(Flaw.NONE),
              new PigeonTwin(),
              new CaseFiles(List.of(), List.of(), List.of()))
          .config();

  @Test
  void theExpectedEventPasses() {
    assertThat(differences("{'events':[{'type':'message','text':'hi','from':'bird-4711'}]}"))
        .isEmpty();
  }

  @Test
  void aMissingEventIsADifference() {
    assertThat(
            differences(
                "{'events':[{'type':'message','text':'hi'},{'type':'message','text':'hi'}]}"))
        .isNotEmpty();
  }

  @Test
  void anEventBesidesIsADifferenceUnlessAllowed() {
    assertThat(differences("{'events':[]}")).isNotEmpty();
    assertThat(differences("{'events':[],'may_emit':[{'type':'message','text':'hi'}]}")).isEmpty();
  }

  @Test
  void optionalEventsMayBeMissingButNotDifferent() {
    assertThat(
            differences(
                "{'events':[{'type':'opt_out'}],'may_emit':[{'type':'message','text':'hi'}],'optional':true}"))
        .isEmpty();
    assertThat(differences("{'events':[{'type':'message','text':'ho'}],'optional':true}"))
        .isNotEmpty();
  }

  @Test
  void textThatTheCaseDoesNotNameMustNotBeThere() {
    assertThat(differences("{'events':[{'type':'message'}]}")).isNotEmpty();
    assertThat(differences("{'events':[{'type':'message'}],'text_any_of':['hi']}")).isEmpty();
  }

  @Test
  void aFieldThatNobodyKnowsIsADifference() {
    assertThat(differences("{'events':[{'type':'message','text':'hi','colour':'red'}]}"))
        .isNotEmpty();
  }

  @Test
  void aPlusBeforeDigitsDoesNotMatterAndEveryOtherCharacterDoes() {
    assertThat(differences("{'events':[{'type':'message','text':'hi','to':'+loft-1'}]}"))
        .isNotEmpty();
    assertThat(differences("{'events':[{'type':'message','text':'hi','to':'loft-1'}]}")).isEmpty();
  }

  private static List<String> differences(String expect) {
    var json = "{'outcome':'accept'," + expect.substring(1);
    var expected = Expectation.of(CaseFiles.JSON.readTree(json.replace('\'', '"')));
    var lab =
        new Lab(
            new Pigeon(Flaw.NONE),
            new PigeonTwin(),
            new CaseFiles(List.of(), List.of(), List.of()));
    return new Comparison(expected)
        .differences(lab.events(new PigeonTwin().text("1", "hi", CONFIG)));
  }
}
