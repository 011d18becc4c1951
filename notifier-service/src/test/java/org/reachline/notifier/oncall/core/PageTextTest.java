package org.reachline.notifier.oncall.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.notifier.oncall.core.PageText.Fields;
import org.reachline.notifier.oncall.core.Policy.Duty;

class PageTextTest {
  private static final Fields FIELDS =
      new Fields("7KD", "https://p.example/p/7KD", new Duty("backup", 12), "23:59", List.of());

  @Test
  void everyTextIsOneSegment() {
    for (Kind kind : Kind.values()) {
      assertThat(PageText.fitsOneSegment(PageText.of(kind, FIELDS))).as(kind.name()).isTrue();
    }
    List<String> many = List.of("3CC", "3CD", "3CF", "3CG", "3CH", "3CJ", "3CK", "3CM", "3CN");
    for (String text :
        List.of(
            PageText.already(FIELDS),
            PageText.yours(FIELDS),
            PageText.passedOn("7KD"),
            PageText.stale("7KD"),
            PageText.over("7KD"),
            PageText.which(many),
            PageText.unclear(),
            PageText.noSuchCode())) {
      assertThat(PageText.fitsOneSegment(text)).as(text).isTrue();
    }
  }

  @Test
  void theFirstTextSaysHowToAnswerAndHowToStop() {
    Fields page =
        new Fields("7KD", "Sign in: https://p.example/p/7KD", new Duty("first", 0), "", List.of());

    assertThat(PageText.of(Kind.PAGE, page))
        .isEqualTo(
            "Relay: urgent page 7KD. Reply 7KD 1 to take it, 7KD 2 to pass on."
                + " Sign in: https://p.example/p/7KD  STOP to end texts");
  }

  @Test
  void nothingOfAClientCanReachAText() {
    assertThat(Arrays.stream(Fields.class.getRecordComponents()).map(RecordComponent::getName))
        .containsExactly("code", "link", "holder", "time", "codes");
  }

  @Test
  void septetsAreCountedAsTheNetworkCountsThem() {
    assertThat(PageText.septets("abc")).isEqualTo(3);
    assertThat(PageText.septets("[€]")).isEqualTo(6);
    assertThat(PageText.septets("naïve")).isEqualTo(-1);
    assertThat(PageText.fitsOneSegment("x".repeat(160))).isTrue();
    assertThat(PageText.fitsOneSegment("x".repeat(161))).isFalse();
  }
}
