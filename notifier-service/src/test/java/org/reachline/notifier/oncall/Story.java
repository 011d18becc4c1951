package org.reachline.notifier.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.reachline.contracts.Severity;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.crash.Faults;
import org.reachline.contracts.events.CrisisEvent.CrisisRaised;
import org.reachline.notifier.oncall.Phones.Arrived;
import org.reachline.notifier.oncall.core.Answer;
import org.reachline.notifier.oncall.core.Escalation;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.PageText;
import org.reachline.notifier.oncall.core.Policy;

/**
 * Stories about phones and time. Any text nobody expected fails the story at its end, so silence is
 * asserted everywhere; any text with more than a page may say fails it too.
 */
abstract class Story {
  static final StaffId FIRST = OnCallWorld.person("first");
  static final StaffId SECOND = OnCallWorld.person("second");
  static final StaffId THIRD = OnCallWorld.person("third");
  static final StaffId LAST = OnCallWorld.person("last");

  private OnCallWorld world = new OnCallWorld(policy(List.of()));
  private OnCallWorld.Life life = world.life(Faults.none());
  private final List<Arrived> expected = new ArrayList<>();
  private int texts;

  static Policy policy(List<Policy.Step> steps) {
    return new Policy(
        OnCallWorld.PAGER,
        steps,
        List.of(LAST),
        Duration.ofMinutes(10),
        "https://p.example",
        false);
  }

  static Policy.Step step(Duration delay, StaffId... targets) {
    return new Policy.Step(List.of(targets), delay);
  }

  static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  void givenPolicy(Policy.Step... steps) {
    world = new OnCallWorld(policy(List.of(steps)));
    life = world.life(Faults.none());
  }

  OnCallWorld world() {
    return world;
  }

  OnCallWorld.Life life() {
    return life;
  }

  CrisisRaised raise(String name, Severity severity) {
    CrisisRaised crisis = world.crisis(name, severity);
    life.escalations().heard(OnCallWorld.scope(), crisis);
    settle();
    return crisis;
  }

  /** A crisis, and the code people call it by. */
  String raiseCrisis() {
    raise("cold night", Severity.IMMINENT);
    return world.only().code();
  }

  void settle() {
    fastForward(Duration.ZERO);
  }

  void fastForward(Duration by) {
    world.fastForward(life, by);
  }

  Instant now() {
    return world.clock.now();
  }

  Escalation escalation() {
    return world.only();
  }

  Answer press(Input input) {
    Answer answer = life.escalations().apply(OnCallWorld.scope(), escalation().id(), input);
    settle();
    return answer;
  }

  Device device(StaffId whose) {
    return new Device(whose);
  }

  /** One phone. */
  final class Device {
    private final StaffId whose;

    Device(StaffId whose) {
      this.whose = whose;
    }

    /** The oldest text nobody has expected yet must hold these words. */
    Device expectSms(String... words) {
      Arrived text =
          world.phones.arrived.stream()
              .filter(a -> a.to().equals(whose) && !expected.contains(a))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no text with " + List.of(words)));
      expected.add(text);
      String said = text.words().toLowerCase(Locale.ROOT);
      for (String word : words) {
        assertThat(said).contains(word.toLowerCase(Locale.ROOT));
      }
      return this;
    }

    Device thenReply(String text) {
      texts++;
      String id = "harbor.1.reply" + "abcdefghijklmnopqrstuvwxyz".charAt(texts);
      life.replies()
          .heard(
              OnCallWorld.scope(), new StaffReplies.Incoming(OnCallWorld.PAGER, whose, id, text));
      settle();
      return this;
    }
  }

  @AfterEach
  void nothingElseWasSent() {
    List<Arrived> unexpected = new ArrayList<>(world.phones.arrived);
    unexpected.removeAll(expected);
    assertThat(unexpected).as("texts nobody expected").isEmpty();
    for (Arrived text : world.phones.arrived) {
      assertThat(PageText.fitsOneSegment(text.words())).as(text.words()).isTrue();
    }
  }
}
