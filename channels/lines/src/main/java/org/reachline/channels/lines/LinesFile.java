package org.reachline.channels.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.reachline.channels.lines.LinesText.Piece;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;

/**
 * Reads the lines file. Start reading here. Every line is read on its own: a broken one is named
 * with its field, also where the file around it is no YAML any more, and the others run.
 */
public final class LinesFile {
  private final Map<String, ChannelAdapter> adapters;
  private final SecretReader secrets;
  private final Predicate<AgencyId> known;

  /** Takes the lines of any agency. */
  public LinesFile(Collection<ChannelAdapter> adapters, SecretReader secrets) {
    this(adapters, secrets, _ -> true);
  }

  /** Takes the lines of these agencies; one of another agency is a problem. */
  public LinesFile(
      Collection<ChannelAdapter> adapters, SecretReader secrets, Set<AgencyId> agencies) {
    this(adapters, secrets, Set.copyOf(agencies)::contains);
  }

  private LinesFile(
      Collection<ChannelAdapter> adapters, SecretReader secrets, Predicate<AgencyId> known) {
    this.adapters = adapters.stream().collect(Collectors.toMap(a -> a.type().name(), a -> a));
    this.secrets = secrets;
    this.known = known;
  }

  /**
   * What a file holds.
   *
   * @param lines those that can run, by id
   * @param problems everything that is wrong
   */
  public record Contents(Map<LineId, ConfiguredLine> lines, List<LineProblem> problems) {
    public Contents {
      lines = Map.copyOf(lines);
      problems = List.copyOf(problems);
    }
  }

  /** Reads the file; a missing or unreadable one is a problem like any other. Never throws. */
  public Contents read(Path file) {
    List<LineProblem> problems = new ArrayList<>();
    Problems whole = new Problems(file, "(all)", problems);
    Map<LineId, ConfiguredLine> lines = new LinkedHashMap<>();
    for (Piece piece : pieces(file, whole)) {
      line(file, piece, problems).ifPresent(line -> put(line, whole, lines));
    }
    return new Contents(lines, problems);
  }

  private static List<Piece> pieces(Path file, Problems problems) {
    if (!Files.isRegularFile(file)) {
      problems.add("file", "there is no such file; point reachline.lines at one");
      return List.of();
    }
    try {
      return LinesText.pieces(Files.readAllBytes(file), problems);
    } catch (IOException unreadable) {
      problems.add("file", "cannot be read; look at its owner and mode");
      return List.of();
    }
  }

  private Optional<ConfiguredLine> line(Path file, Piece piece, List<LineProblem> problems) {
    return switch (piece) {
      case Piece.Read(int index, var node) -> {
        Problems own = new Problems(file, Entry.nameOf(node, index), problems);
        yield new Entry(node, own, adapters, secrets, known).line();
      }
      case Piece.Broken(int index, var name, var place) -> {
        String line = name.isEmpty() ? "lines[" + index + "]" : name;
        new Problems(file, line, problems).add(place, "not readable as YAML of this shape");
        yield Optional.empty();
      }
    };
  }

  private static void put(ConfiguredLine line, Problems whole, Map<LineId, ConfiguredLine> lines) {
    Problems problems = whole.of(line.id().value());
    if (lines.containsKey(line.id())) {
      problems.add("id", "another line has the same id; the first one runs");
    } else if (lines.values().stream().anyMatch(other -> isSameAddress(line, other))) {
      problems.add(
          "settings." + Entry.addressField(line.adapter()),
          "another line of the agency has the same address; the first one runs");
    } else {
      lines.put(line.id(), line);
    }
  }

  /** Two lines of one address could not tell whose a message is. */
  private static boolean isSameAddress(ConfiguredLine one, ConfiguredLine other) {
    return one.id().agency().equals(other.id().agency())
        && one.config().channel().equals(other.config().channel());
  }
}
