package org.reachline.channels.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.EventId;
import org.reachline.channels.spi.OptOutSource;
import org.reachline.channels.spi.Part;
import org.reachline.channels.spi.RawRequest;

/** P1 to P8: what was said is what comes out, once. */
final class ParsingRules {
  private final Lab lab;

  ParsingRules(Lab lab) {
    this.lab = lab;
  }

  Stream<DynamicNode> all() {
    return Stream.of(
        golden("P1"),
        Rule.of("P2", "an id names one thing for ever", ids()),
        Rule.of("P3", "text arrives exactly as it was written", texts()),
        Rule.of(
            "P6",
            "whatever is missing or new, it parses",
            lab.parsable().filter(WebhookCase::form).map(this::altered)),
        Rule.of("P7", "a receipt is never a message", receipts()),
        Rule.of("P8", "an opt-out is told once, and only when meant", optOuts()));
  }

  /** The events of every case on file. */
  DynamicNode golden(String id) {
    return Rule.of(
        id,
        "gives the events on file",
        lab.parsable().map(webhook -> Rule.test(webhook.id(), () -> assertGolden(webhook))));
  }

  private void assertGolden(WebhookCase webhook) {
    var inbound = lab.adapter.parse(webhook.request(), lab.config(webhook));
    var differences =
        webhook.expectations().stream()
            .map(expected -> new Outcome(inbound, expected).differences())
            .toList();
    assertThat(differences).as("one of these lists is empty").anyMatch(List::isEmpty);
  }

  private Stream<DynamicTest> ids() {
    return Stream.concat(
        lab.parsable().map(w -> Rule.test(w.id() + ": twice the same", () -> assertStable(w))),
        Stream.of(
            Rule.test("two messages have two ids", this::assertTwoMessagesTwoIds),
            Rule.test("two statuses of one message have two ids", this::assertTwoStatusesTwoIds)));
  }

  private void assertStable(WebhookCase webhook) {
    var config = lab.config(webhook);
    var first = ids(lab.events(webhook.request(), config));
    assertThat(ids(lab.events(webhook.request(), config))).isEqualTo(first);
    assertThat(first).as("ids within one request").doesNotHaveDuplicates();
  }

  private void assertTwoMessagesTwoIds() {
    var both = new ArrayList<>(lab.events(lab.signedText("id-1", "same words")));
    both.addAll(lab.events(lab.signedText("id-2", "same words")));
    assertThat(ids(both)).hasSize(2).doesNotHaveDuplicates();
  }

  private void assertTwoStatusesTwoIds() {
    var all =
        lab.twin.statuses().keySet().stream()
            .flatMap(word -> lab.events(lab.twin.receipt("id-1", word, lab.config())).stream())
            .toList();
    assertThat(ids(all)).doesNotHaveDuplicates();
  }

  private static List<EventId> ids(List<ChannelEvent> events) {
    return events.stream().map(event -> event.envelope().eventId()).toList();
  }

  private Stream<DynamicTest> texts() {
    return HostileTexts.ALL.entrySet().stream()
        .map(text -> Rule.test(text.getKey(), () -> assertArrives(text.getValue())));
  }

  private void assertArrives(String text) {
    var messages = lab.events(lab.signedText("text-1", text), ChannelEvent.Message.class);
    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().parts()).contains(new Part.Text(text));
  }

  private DynamicTest altered(WebhookCase webhook) {
    return Rule.test(
        webhook.id() + " with each field missing, empty, odd or twice",
        () ->
            FormChanges.of(webhook.request())
                .forEach((change, request) -> assertParses(change, request, webhook)));
  }

  private void assertParses(String change, RawRequest request, WebhookCase webhook) {
    assertThatCode(() -> lab.survive(request, lab.config(webhook)))
        .as(change)
        .doesNotThrowAnyException();
  }

  private Stream<DynamicTest> receipts() {
    return lab.twin.statuses().keySet().stream()
        .map(word -> Rule.test("status " + word, () -> assertNoMessage(word)));
  }

  private void assertNoMessage(String word) {
    assertThat(lab.events(lab.twin.receipt("id-1", word, lab.config())))
        .noneMatch(ChannelEvent.Message.class::isInstance);
  }

  private Stream<DynamicTest> optOuts() {
    var said =
        Stream.of("Stop please", "please don't stop", "stopping by later")
            .map(
                text ->
                    Rule.test(
                        "not by \"" + text + "\"",
                        () -> assertOptOuts(lab.signedText("s", text), 0)));
    var signalled =
        lab.twin.optOut("o", lab.config()).stream()
            .map(request -> Rule.test("by the provider's signal", () -> assertOptOuts(request, 1)));
    return lab.adapter.capabilities().optOut() == OptOutSource.PROVIDER_SIGNAL
        ? Stream.concat(said, orElseMissing(signalled.toList()))
        : said;
  }

  private static Stream<DynamicTest> orElseMissing(List<DynamicTest> signalled) {
    return signalled.isEmpty()
        ? Stream.of(Rule.test("the twin can opt out", () -> assertThat(signalled).isNotEmpty()))
        : signalled.stream();
  }

  private void assertOptOuts(RawRequest request, int count) {
    assertThat(lab.events(request, ChannelEvent.OptOut.class)).hasSize(count);
  }
}
