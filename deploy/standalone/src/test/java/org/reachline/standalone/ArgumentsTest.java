package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  @Test
  void wordsAndOptionsMayStandInAnyOrder() {
    Arguments arguments =
        Arguments.of("text", "--from", "+15550100155", "hello there", "--port", "9000");

    assertThat(arguments.command()).isEqualTo("text");
    assertThat(arguments.words()).containsExactly("hello there");
    assertThat(arguments.from()).isEqualTo("+15550100155");
    assertThat(arguments.ports()).isEqualTo(new Ports(9000));
  }

  @Test
  void theDataFolderHasADefaultAndIsAbsolute() {
    assertThat(Arguments.of("up").data()).isAbsolute().endsWithRaw(Path.of(".reachline"));
  }

  @Test
  void wordsOfAClientAreNotTakenForOptions() {
    assertThat(Arguments.of("text", "--help me please", "-- ok").words())
        .containsExactly("--help me please", "-- ok");
    assertThat(Arguments.of("text", "--", "--port").words()).containsExactly("--port");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          up --prot 9000,         up has no option --prot
          up --reveal,            up has no option --reveal
          tail inbound --from x,  tail has no option --from
          up --port,              --port wants a value after it
          up --data --port 9000,  --data wants a value after it
          up --overlays /none,    '--overlays wants a folder that is there, not /none'
          text hi --port abc,     '--port wants a number, not abc'
          text hi --port 80,      --port must be between 1024 and 65000
          text hi --port 65535,   --port must be between 1024 and 65000
          text hi --from 555,     --from wants a number such as +15550100142
          up now,                 up takes no words: now
          fly,                    'no such command: fly; there are up, text and tail'
          '',                     'which command? up, text or tail'
          """)
  void everyMistakeIsSaidInOneSentence(String line, String complaint) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> readAll(Arguments.of(args)))
        .withMessage(complaint);
  }

  private static void readAll(Arguments arguments) {
    Ports _ = arguments.ports();
    String _ = arguments.from();
    String _ = arguments.overlays();
    if (arguments.command().equals("up")) {
      arguments.requireNoWords();
    }
  }
}
