package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Why;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;
import org.reachline.triage.WeatherAlert;

class EndsTest {
  @Test
  void aTextWhoseMiddleNobodyReadIsNeverCalledHarmless() {
    Ends ends = Ends.of("ok ".repeat(30_000));

    assertThat(ends.inWhole(found(Severity.NONE)).severity()).isEqualTo(Severity.UNASSESSED);
    assertThat(ends.inWhole(found(Severity.ELEVATED)).reason()).isEqualTo("UNREADABLE");
    assertThat(ends.inWhole(found(Severity.IMMINENT)).severity()).isEqualTo(Severity.IMMINENT);
  }

  @Test
  void whatWasReadInWholeStaysAsItIs() {
    assertThat(Ends.of("ok").inWhole(found(Severity.NONE))).isEqualTo(found(Severity.NONE));
  }

  private static Risk found(Severity severity) {
    return new Risk(
        severity, Category.NONE, List.of(), Why.nothing("r"), false, "", WeatherAlert.NONE);
  }
}
