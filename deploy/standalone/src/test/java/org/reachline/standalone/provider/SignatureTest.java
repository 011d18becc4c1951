package org.reachline.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

  @Test
  void thePublishedVectorIsReproduced() {
    Form form =
        Form.of(
            "To", "+18005551212",
            "Digits", "1234",
            "CallSid", "CA1234567890ABCDE",
            "From", "+14158675309",
            "Caller", "+14158675309");

    assertThat(Signature.of("12345", URL, form)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  }

  @Test
  void theOrderOfTheFieldsDoesNotMatterAndARepeatedPairCountsOnce() {
    String signature = Signature.of("t", URL, Form.of("a", "2", "a", "1", "B", "x"));

    assertThat(Signature.of("t", URL, Form.of("B", "x", "a", "1", "a", "2", "a", "1")))
        .isEqualTo(signature);
    assertThat(Signature.of("t", URL, Form.of("B", "x", "a", "1"))).isNotEqualTo(signature);
    assertThat(Signature.of("t", URL, Form.of("B", "x", "a", "1", "a", "2 ")))
        .isNotEqualTo(signature);
  }
}
