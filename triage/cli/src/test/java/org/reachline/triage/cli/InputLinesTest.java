package org.reachline.triage.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputLinesTest {
  @Test
  void aLineEndsWithLineFeedCarriageReturnOrBoth() throws IOException {
    assertThat(read("a\nb\r\nc\rd\r\r\n\ne"))
        .containsExactly("1:a", "2:b", "3:c", "4:d", "5:", "6:", "7:e");
    assertThat(read("a\r\n")).containsExactly("1:a");
    assertThat(read("\n")).containsExactly("1:");
    assertThat(read("")).isEmpty();
  }

  @Test
  void ofALineFarTooLongOnlyTheStartIsKept() throws IOException {
    var lines = new InputLines(bytes("x".repeat(InputLines.LONGEST + 5) + "\nnext"));

    assertThat(lines.next()).isTrue();
    assertThat(lines.isTooLong()).isTrue();
    assertThat(lines.bytes()).hasSize(InputLines.LONGEST);
    assertThat(lines.next()).isTrue();
    assertThat(lines.isTooLong()).isFalse();
    assertThat(new String(lines.bytes(), UTF_8)).isEqualTo("next");
  }

  private static List<String> read(String text) throws IOException {
    var lines = new InputLines(bytes(text));
    var found = new ArrayList<String>();
    while (lines.next()) {
      found.add(lines.number() + ":" + new String(lines.bytes(), UTF_8));
    }
    return found;
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
