package org.reachline.notifier.oncall.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.notifier.oncall.core.Reply.Act;

class ReplyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7KD 1",
        "7kd1",
        "'7KD 1'",
        " 7KD  1 ",
        "“7KD 1”",
        "7KD, 1.",
        "7 K D 1",
        "ack 7kd a",
        "ack7kd",
        "take 7KD",
        "1 7KD",
        "7KD take it",
        "７KD １",
        "7KD tomar",
        "tomarla 7kd",
        "7KD: la tomo.",
        "7KD\n1"
      })
  void takesInManySpellings(String text) {
    assertThat(Reply.of(text)).isEqualTo(new Reply.Coded("7KD", Act.TAKE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7KD 2", "7kd2", "7KD pass", "2 7kd", "pass on 7KD", "7KD pasar", "paso 7KD"})
  void passesOnInManySpellings(String text) {
    assertThat(Reply.of(text)).isEqualTo(new Reply.Coded("7KD", Act.PASS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "a", "ack", "Ack!", "take it", "c", "close", "Tomar", "¡La tomo!", "tomarlo"})
  void aBareWordTakes(String text) {
    assertThat(Reply.of(text)).isEqualTo(new Reply.Bare(Act.TAKE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"STOP", "stop.", "Stop all", "cancel", "END", "quit", "unsubscribe", "alto"})
  void stopIsNeverAnAnswer(String text) {
    assertThat(Reply.of(text)).isEqualTo(new Reply.Stop());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7KD",
        "on my way",
        "7KD 3",
        "ABC 1",
        "111 1",
        "7KD 1 now please",
        "7KD 1 2",
        "1 7KD 2",
        "C 9CC",
        "7KD 9CC 1",
        "no puedo tomarla",
        "ok"
      })
  void whatIsNotClearIsNotGuessed(String text) {
    assertThat(Reply.of(text)).isEqualTo(new Reply.Unclear());
  }

  @Property(tries = 500)
  void itNeverThrows(@ForAll String text) {
    assertThat(Reply.of(text)).isNotNull();
  }
}
