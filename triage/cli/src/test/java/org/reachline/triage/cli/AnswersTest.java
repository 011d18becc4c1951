package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.reachline.triage.Assessment.Reason;
import org.reachline.triage.Assessment.Unassessed;
import tools.jackson.databind.JsonNode;

class AnswersTest {
  @Test
  void anUnassessedMessageIsVisibleAndNeverNone() {
    JsonNode answer = Answers.of(AssessCommand.noId(), new Unassessed(Reason.DETECTOR_ERROR, "v"));

    assertThat(Json.write(answer))
        .isEqualTo(
            "{\"id\":null,\"status\":\"UNASSESSED\",\"reason\":\"DETECTOR_ERROR\",\"version\":\"v\"}");
    assertThat(Answers.isGood(answer)).isFalse();
  }
}
