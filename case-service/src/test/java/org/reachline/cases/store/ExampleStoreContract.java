package org.reachline.cases.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.cases.World;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Label;
import org.reachline.cases.core.examples.Mark;
import org.reachline.cases.core.examples.Said;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Category;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;
import org.reachline.trust.testing.Planted;

/** What every place for examples keeps to. */
abstract class ExampleStoreContract {
  private static final Instant AT = Instant.parse("2026-01-17T04:12:07.250Z");
  private final Scope scope = Scope.ofSweep(Planted.HARBOR, "test");

  abstract ExampleStore store();

  private static Example example(String body) {
    return Example.of(
        new MessageId("harbor.1." + body),
        new CaseId("harbor.1.cccc"),
        new Said(Severity.LOW, Category.EXPOSURE, List.of("cold.numb"), "v1", ""));
  }

  private static Mark mark(Label label) {
    return new Mark(
        new CommandId("harbor.1.kkkk"),
        new StaffId("harbor.0.nora"),
        AT,
        label,
        Category.MEDICAL,
        Severity.IMMINENT);
  }

  private static Example marked(String body, Label label) {
    Example example = example(body);
    return new Example(
        example.id(), example.caseId(), example.said(), example.sampled(), List.of(mark(label)), 0);
  }

  @Test
  void anExampleIsReadBackInEveryPart() {
    ExampleStore store = store();
    Example whole = marked("aaaa", Label.MISSED).sampledAt(AT);

    assertThat(store.examples().write(scope, List.of(whole))).isEmpty();

    assertThat(World.found(store.examples(), scope, whole.id())).isEqualTo(whole.version(1));
  }

  @Test
  void whoeverIsSecondWritesNothing() {
    ExampleStore store = store();
    store.examples().write(scope, List.of(example("aaaa")));

    assertThat(store.examples().write(scope, List.of(example("aaaa").sampledAt(AT))))
        .containsExactly(new MessageId("harbor.1.aaaa"));
    assertThat(store.unreviewed(scope, 10)).isEmpty();
  }

  @Test
  void onlyWhatWasPickedAndNotSpokenOfWaits() {
    ExampleStore store = store();
    store
        .examples()
        .write(
            scope,
            List.of(
                example("bbbb").sampledAt(AT),
                example("aaaa").sampledAt(AT),
                marked("dddd", Label.NOTHING_MISSED).sampledAt(AT),
                marked("eeee", Label.WITHDRAWN).sampledAt(AT),
                example("cccc")));

    assertThat(store.unreviewed(scope, 10))
        .extracting(one -> one.id().body())
        .containsExactly("aaaa", "bbbb", "eeee");
    assertThat(store.unreviewed(scope, 1)).hasSize(1);
  }

  @Test
  void whatWasLabelledIsListedInPartsWithoutWhatWasTakenBack() {
    ExampleStore store = store();
    store
        .examples()
        .write(
            scope,
            List.of(
                marked("bbbb", Label.MISSED),
                marked("aaaa", Label.FALSE_ALARM),
                marked("cccc", Label.WITHDRAWN),
                example("dddd").sampledAt(AT)));

    assertThat(store.labelled(scope, "", 1))
        .extracting(one -> one.id().body())
        .containsExactly("aaaa");
    assertThat(store.labelled(scope, "harbor.1.aaaa", 9))
        .extracting(one -> one.id().body())
        .containsExactly("bbbb");
  }

  @Test
  void anotherAgencySeesAndWritesNothing() {
    ExampleStore store = store();
    Scope mirror = Scope.ofSweep(Planted.MIRROR, "test");
    Example ours = marked("aaaa", Label.MISSED);
    store.examples().write(scope, List.of(ours, example("bbbb").sampledAt(AT)));

    assertThat(store.examples().read(mirror, List.of(ours.id()))).isEmpty();
    assertThat(store.unreviewed(mirror, 9)).isEmpty();
    assertThat(store.labelled(mirror, "", 9)).isEmpty();
    assertThatThrownBy(() -> store.examples().write(mirror, List.of(example("cccc"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
