package org.reachline.triage.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everyday talk: comments in the format of GoEmotions (Demszky et al. 2020, Apache-2.0), one a
 * line, {@code text TAB numbers of emotions, by comma TAB id}.
 */
final class ForumComments {
  /**
   * Emotions of somebody who might be in a crisis, by their numbers there: anger, disappointment,
   * disgust, fear, grief, nervousness, remorse, sadness.
   */
  private static final Set<String> DISTRESS = Set.of("2", "9", "11", "14", "16", "19", "24", "25");

  private static final String MASKED = "\\[(NAME|RELIGION)]";

  private ForumComments() {}

  /** The comments without any sign of distress; names are masked in them. */
  static List<Labelled> calm(Path file) throws IOException {
    var found = new ArrayList<Labelled>();
    List<String> lines = Texts.read(file).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split("\t", -1);
      if (parts.length != 3) {
        String where = file.getFileName() + ":" + (i + 1);
        throw Complaint.of(where + ": expected a text, emotions and an id, parted by tabs");
      }
      if (Stream.of(parts[1].split(",")).noneMatch(DISTRESS::contains)) {
        found.add(OrdinaryMessages.line("talk:" + (i + 1), parts[0].replaceAll(MASKED, "")));
      }
    }
    return found;
  }
}
