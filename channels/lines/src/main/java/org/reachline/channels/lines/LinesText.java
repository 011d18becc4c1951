package org.reachline.channels.lines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Takes a lines file apart. One that is YAML gives its entries; one that is not is cut where its
 * entries begin, so that a slip in one line does not silence the others.
 */
final class LinesText {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern ITEM = Pattern.compile("(?m)^( *)- ");
  private static final Pattern ID = Pattern.compile("(?m)^ *-? *id: *\"?([a-z0-9.-]{1,64})");

  private LinesText() {}

  /** One entry of the list. */
  sealed interface Piece {
    /** One that is YAML. */
    record Read(int index, JsonNode node) implements Piece {}

    /**
     * One that is none.
     *
     * @param name what looks like its id, or empty
     * @param place where in the file reading ended
     */
    record Broken(int index, String name, String place) implements Piece {}
  }

  /** The entries in order; a file without a list is a problem. */
  static List<Piece> pieces(byte[] bytes, Problems problems) {
    String text = new String(bytes, UTF_8);
    try {
      return entries(YAML.readTree(text).path("lines"), problems);
    } catch (JacksonException broken) { // its message may quote the file
      List<Piece> pieces = cut(text);
      if (pieces.isEmpty()) {
        problems.add(place(broken, 0), "not readable as YAML of this shape");
      }
      return pieces;
    }
  }

  private static List<Piece> entries(JsonNode lines, Problems problems) {
    if (!lines.isArray()) {
      problems.add("lines", "the list `lines:` is missing");
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < lines.size() && lines.isArray(); i++) {
      pieces.add(new Piece.Read(i, lines.get(i)));
    }
    return pieces;
  }

  /** Cuts at every item that stands as far in as the first one. */
  private static List<Piece> cut(String text) {
    List<Integer> starts = new ArrayList<>();
    @Nullable String indent = null;
    for (Matcher item = ITEM.matcher(text); item.find(); ) {
      indent = indent == null ? item.group(1) : indent;
      if (item.group(1).equals(indent)) {
        starts.add(item.start());
      }
    }
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      pieces.add(piece(i, text.substring(starts.get(i), end), rowsBefore(text, starts.get(i))));
    }
    return pieces;
  }

  private static Piece piece(int index, String text, int rowsBefore) {
    try {
      return new Piece.Read(index, YAML.readTree(text).path(0));
    } catch (JacksonException broken) {
      Matcher id = ID.matcher(text);
      return new Piece.Broken(index, id.find() ? id.group(1) : "", place(broken, rowsBefore));
    }
  }

  private static int rowsBefore(String text, int end) {
    return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  private static String place(JacksonException broken, int rowsBefore) {
    var at = broken.getLocation();
    return at == null || at.getLineNr() < 1
        ? "(all)"
        : "row " + (rowsBefore + at.getLineNr()) + ", column " + at.getColumnNr();
  }
}
