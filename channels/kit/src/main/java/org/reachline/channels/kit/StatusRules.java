package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.reachline.channels.spi.ChannelEvent.Status;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.StatusKind;

/** T1, T2: every status is understood, and their order does not matter. */
final class StatusRules {
  private static final String UNHEARD_OF = "no-such-status";

  private final Lab lab;

  StatusRules(Lab lab) {
    this.lab = lab;
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        Rule.of("T1", "every documented status is understood, any other kept as it is", words()),
        Rule.of("T2", "in any order the same state is reached", orders()));
  }

  private Stream<DynamicTest> words() {
    var documented =
        lab.twin.statuses().entrySet().stream()
            .map(
                word ->
                    Rule.test(word.getKey(), () -> assertMeans(word.getKey(), word.getValue())));
    return Stream.concat(
        documented,
        Stream.of(
            Rule.test("a word nobody knows", this::assertKept),
            Rule.test("the declared statuses are the ones that occur", this::assertDeclared)));
  }

  private void assertMeans(String word, DeliveryStatus meaning) {
    assertThat(statuses(word))
        .singleElement()
        .satisfies(
            status -> {
              assertThat(status.status().rank()).as("rank").isEqualTo(meaning.rank());
              assertThat(status.rawStatus()).isEqualTo(word);
            });
  }

  private void assertKept() {
    assertThat(statuses(UNHEARD_OF))
        .allSatisfy(
            status -> {
              assertThat(status.status()).isInstanceOf(DeliveryStatus.Unknown.class);
              assertThat(status.rawStatus()).isEqualTo(UNHEARD_OF);
            });
  }

  private void assertDeclared() {
    var occurring =
        lab.twin.statuses().values().stream()
            .flatMap(status -> kind(status).stream())
            .collect(Collectors.toSet());
    assertThat(lab.adapter.capabilities().statuses()).isEqualTo(occurring);
    assertThat(lab.adapter.capabilities().reportsRead())
        .isEqualTo(occurring.contains(StatusKind.READ));
  }

  private static Stated<StatusKind> kind(DeliveryStatus status) {
    return switch (status) {
      case DeliveryStatus.Queued _ -> Stated.of(StatusKind.QUEUED);
      case DeliveryStatus.Sent _ -> Stated.of(StatusKind.SENT);
      case DeliveryStatus.Delivered _ -> Stated.of(StatusKind.DELIVERED);
      case DeliveryStatus.Read _ -> Stated.of(StatusKind.READ);
      case DeliveryStatus.Failed _ -> Stated.of(StatusKind.FAILED);
      case DeliveryStatus.Unknown _ -> Stated.absent();
    };
  }

  private Stream<DynamicTest> orders() {
    List<String> words = List.copyOf(lab.twin.statuses().keySet());
    return Stream.of(
        Rule.test("all statuses of a message name the same message", () -> assertOneTarget(words)),
        Rule.test(
            "whatever comes first",
            () -> assertThat(rotations(words).map(this::finalRank).distinct()).hasSize(1)),
        Rule.test("failed stays failed, read stays read", () -> assertForwardOnly(words)));
  }

  private void assertOneTarget(List<String> words) {
    assertThat(words.stream().flatMap(w -> statuses(w).stream()).map(Status::target).distinct())
        .hasSize(1);
  }

  private void assertForwardOnly(List<String> words) {
    for (String early : words) {
      for (String late : words) {
        assertThat(finalRank(List.of(early, late))).isEqualTo(finalRank(List.of(late, early)));
      }
    }
  }

  /** Each word first once, and each order also backwards. */
  private static Stream<List<String>> rotations(List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(
            i ->
                Stream.concat(words.subList(i, words.size()).stream(), words.subList(0, i).stream())
                    .toList())
        .flatMap(order -> Stream.of(order, order.reversed()));
  }

  private int finalRank(List<String> words) {
    DeliveryStatus state = new DeliveryStatus.Unknown();
    for (String word : words) {
      for (Status status : statuses(word)) {
        state = state.merge(status.status());
      }
    }
    return state.rank();
  }

  private List<Status> statuses(String word) {
    return lab.events(lab.twin.receipt("sent-1", word, lab.config()), Status.class);
  }
}
