package org.reachline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreUriTest {
  @ParameterizedTest
  @CsvSource({
    "mongodb://a:1, mongodb://a:1/cases",
    "mongodb://a:1/, mongodb://a:1/cases",
    "mongodb://a:1/other?x=y, mongodb://a:1/cases?x=y",
    "mongodb://a:1?x=y, mongodb://a:1/cases?x=y",
    "mongodb://u:p@a:1, mongodb://u:p@a:1/cases?authSource=admin",
    "mongodb://u:p@a:1/staff?x=y, mongodb://u:p@a:1/cases?x=y&authSource=staff",
    "mongodb://u:p@a:1/?authSource=z, mongodb://u:p@a:1/cases?authSource=z",
    "mongodb+srv://a, mongodb+srv://a/cases",
  })
  void theDatabaseIsPutIn(String given, String expected) {
    assertThat(StoreUri.withDatabase(given, "cases")).isEqualTo(expected);
  }

  @Test
  void aStrangeUriIsRefusedWithoutQuotingItsPassword() {
    assertThatThrownBy(() -> StoreUri.withDatabase("mongo:secret", "cases"))
        .hasMessageContaining("MONGODB_URI")
        .hasMessageNotContaining("secret");
  }
}
