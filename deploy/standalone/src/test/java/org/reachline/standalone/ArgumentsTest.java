package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void wordsAndOptionsMayStandInAnyOrder() {
    Arguments arguments =
        Arguments.of("text", "--from", "+15550100155", "hello there", "--port", "9000");

    assertThat(arguments.command()).isEqualTo("text");
    assertThat(arguments.words()).containsExactly("hello there");
    assertThat(arguments.from()).isEqualTo("+15550100155");
    assertThat(arguments.port()).isEqualTo(9000);
  }

  @Test
  void theDataFolderHasADefaultAndIsAbsolute() {
    assertThat(Arguments.of("up").data()).isAbsolute().endsWith(Path.of(".reachline"));
  }

  @Test
  void anUnknownOptionAMissingValueAndABadPortAreSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.of("up", "--prot"))
        .withMessageContaining("--prot");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.of("up", "--port"))
        .withMessageContaining("wants a value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.of("up", "--port", "x").port())
        .withMessageContaining("number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ports(80))
        .withMessageContaining("1024");
  }
}
