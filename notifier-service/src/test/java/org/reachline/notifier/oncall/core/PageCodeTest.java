package org.reachline.notifier.oncall.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageCodeTest {
  @Test
  void everyCodeHasADigitAndALetterAndNothingThatLooksLikeAnother() {
    Random random = new Random(1);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String code = PageCode.random(random);
      assertThat(code).matches("[34679CDFGHJKMNPQRTVWXY]{3}").matches(".*[0-9].*");
      assertThat(PageCode.isCode(code)).isTrue();
      seen.add(code);
    }
    assertThat(seen).hasSizeGreaterThan(5_000);
  }

  @Test
  void wordsAndOtherTextsAreNoCodes() {
    for (String text : new String[] {"ACK", "346", "7K", "7KDD", "7k3", "1KD", "", "7O3", "7 K"}) {
      assertThat(PageCode.isCode(text)).as(text).isFalse();
    }
  }
}
