package org.reachline.cases.core.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.examples.Example.Outcome;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Category;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;

class ExampleTest {
  private static final Instant AT = Instant.parse("2026-01-17T04:12:07Z");

  private static Example read(Severity severity) {
    Category category = severity == Severity.NONE ? Category.NONE : Category.EXPOSURE;
    return Example.of(
        new MessageId("harbor.1.aaaa"),
        new CaseId("harbor.1.bbbb"),
        new Said(severity, category, List.of(), "v1", ""));
  }

  private static Mark mark(String key, Label label) {
    return mark(key, label, Category.NONE);
  }

  private static Mark mark(String key, Label label, Category category) {
    return new Mark(
        new CommandId("harbor.1." + key),
        new StaffId("harbor.0.nora"),
        AT,
        label,
        category,
        Severity.NONE);
  }

  private static Example done(Example example, Mark mark) {
    assertThat(example.say(mark)).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done) example.say(mark)).example();
  }

  @Test
  void aMissedCrisisShouldHavePagedSomebodyAndOneThatDidWasWorse() {
    assertThat(done(read(Severity.NONE), mark("kkkk", Label.MISSED)).severity())
        .isEqualTo(Severity.HIGH);
    assertThat(done(read(Severity.HIGH), mark("kkkk", Label.MISSED)).severity())
        .isEqualTo(Severity.IMMINENT);
  }

  @Test
  void aFalseAlarmIsNothingAndNothingMissedIsWhatTheDetectorSaid() {
    Example alarm = done(read(Severity.HIGH), mark("kkkk", Label.FALSE_ALARM));
    Example low = done(read(Severity.LOW), mark("kkkk", Label.NOTHING_MISSED));

    assertThat(alarm.severity()).isEqualTo(Severity.NONE);
    assertThat(alarm.category()).isEqualTo(Category.NONE);
    assertThat(low.severity()).isEqualTo(Severity.LOW);
  }

  @Test
  void onlyAnAlarmCanBeFalseAndOnlyWhatAlarmedNobodyCanHaveNothingMissed() {
    assertThat(read(Severity.LOW).say(mark("kkkk", Label.FALSE_ALARM)))
        .isEqualTo(new Outcome.Refused("not-flagged"));
    assertThat(read(Severity.UNASSESSED).say(mark("kkkk", Label.NOTHING_MISSED)))
        .isEqualTo(new Outcome.Refused("flagged"));
  }

  @Test
  void sayingItTwiceIsSayingItOnceAndAKeyWithOtherWordsIsRefused() {
    Example once = done(read(Severity.NONE), mark("kkkk", Label.MISSED));

    assertThat(once.say(mark("kkkk", Label.MISSED))).isEqualTo(new Outcome.Same(once));
    assertThat(once.say(mark("llll", Label.MISSED))).isEqualTo(new Outcome.Same(once));
    assertThat(once.say(mark("kkkk", Label.WITHDRAWN))).isEqualTo(new Outcome.Reused(once));
  }

  @Test
  void whatIsTakenBackHoldsNoMoreAndStaysKnown() {
    Example missed = done(read(Severity.NONE), mark("kkkk", Label.MISSED));
    Example kind = done(missed, mark("llll", Label.MISSED, Category.MEDICAL));
    Example back = done(kind, mark("mmmm", Label.WITHDRAWN));

    assertThat(kind.category()).isEqualTo(Category.MEDICAL);
    assertThat(back.mark()).isEmpty();
    assertThat(back.marks()).extracting(Mark::label).hasSize(3);
    assertThat(back.say(mark("nnnn", Label.WITHDRAWN))).isEqualTo(new Outcome.Same(back));
  }

  @Test
  void whatWasPickedWaitsForAWordAndOnceMoreAfterItWasTakenBack() {
    Example picked = read(Severity.NONE).sampledAt(AT);
    Example ordinary = done(picked, mark("kkkk", Label.NOTHING_MISSED));

    assertThat(picked.awaitsReview()).isTrue();
    assertThat(ordinary.awaitsReview()).isFalse();
    assertThat(done(ordinary, mark("llll", Label.WITHDRAWN)).awaitsReview()).isTrue();
    assertThat(picked.sampledAt(AT.plusSeconds(9))).isEqualTo(picked);
  }
}
