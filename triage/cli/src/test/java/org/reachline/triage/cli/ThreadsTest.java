package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.triage.Category;
import org.reachline.triage.Rules;
import org.reachline.triage.Severity;

class ThreadsTest {
  @TempDir Path folder;

  @Test
  void aThreadIsJudgedByItsLastMessageInItsContext() throws Exception {
    Path file = folder.resolve("threads.jsonl");
    Files.writeString(
        file,
        """
        {"id":"t1","category":"exposure","severity":"high","weather":"cold","messages":[{"text":"i have nowhere to sleep tonight"}]}
        {"id":"t2","category":"suicide_self_harm","severity":"high","messages":[{"text":"i want to kill"},{"after_minutes":2,"text":"myself"}]}
        {"id":"t3","category":"suicide_self_harm","severity":"elevated","messages":[{"text":"im suicidal"},{"after_minutes":1500,"text":"ok"}]}
        """);

    List<Judged> judged = Judged.all(LabelledFiles.read(file), Rules.core());

    assertThat(judged)
        .extracting(Judged::severity)
        .containsExactly(Severity.HIGH, Severity.HIGH, Severity.ELEVATED);
    assertThat(judged)
        .extracting(Judged::category)
        .containsExactly(Category.EXPOSURE, Category.SUICIDE_SELF_HARM, Category.SUICIDE_SELF_HARM);
  }

  @Test
  void theAuthoredThreadsAreFoundInTheirContext() throws Exception {
    List<Labelled> threads = LabelledFiles.read(Path.of("../sets/threads/hilo.jsonl"));

    Score score = Score.of(Judged.all(threads, Rules.core()));

    assertThat(score.share("all", Measure.C).value()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.share("all", Measure.A).value()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.share("all", Measure.E).value()).isLessThanOrEqualTo(0.35);
  }
}
