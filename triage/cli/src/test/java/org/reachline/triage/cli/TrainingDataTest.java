package org.reachline.triage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingDataTest {
  @TempDir private Path folder;

  @Test
  void ofForumCommentsThoseWithoutDistressAreEverydayTalkAndMaskedNamesAreLeftOut()
      throws IOException {
    Path file = folder.resolve("comments.tsv");
    Files.writeString(file, "nice one [NAME]!\t0,27\ta\ni am so afraid\t14\tb\nok\t27\tc\n");

    assertThat(ForumComments.calm(file))
        .extracting(Labelled::text)
        .containsExactly("nice one !", "ok");
  }

  @Test
  void aCommentOfAnotherShapeIsToldByFileAndLineWithoutItsText() throws IOException {
    Path file = folder.resolve("comments.tsv");
    Files.writeString(file, "fine\t27\ta\nsecret words\n");

    assertThatThrownBy(() -> ForumComments.calm(file))
        .hasMessageContaining("comments.tsv:2: expected a text, emotions and an id")
        .hasMessageNotContaining("secret");
  }
}
