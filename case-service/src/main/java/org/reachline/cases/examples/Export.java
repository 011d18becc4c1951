package org.reachline.cases.examples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Tongue;
import org.reachline.cases.core.examples.Example;
import org.reachline.cases.core.examples.Mark;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.ExampleStore;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;
import org.reachline.contracts.personal.MessageText;
import org.reachline.trust.Scope;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labelled examples as lines of JSON for the next rules release. Here alone their words are opened,
 * for whoever supervises; what does not open any more is left out and counted.
 */
public final class Export {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final ExampleStore examples;
  private final CaseStore cases;
  private final Finder finder;

  public Export(ExampleStore examples, CaseStore cases, Finder finder) {
    this.examples = examples;
    this.cases = cases;
    this.finder = finder;
  }

  /**
   * A part of the export.
   *
   * @param lines one JSON object each, with its line end
   * @param written how many they are
   * @param unreadable how many could not be opened
   * @param next the id to go on after, empty at the end
   */
  public record Part(String lines, int written, int unreadable, String next) {
    @Override
    public String toString() {
      return "Part[" + written + "]";
    }
  }

  /** The examples after one, at most so many. */
  public Part part(Scope scope, String after, int limit) {
    List<Example> found = examples.labelled(scope, after, limit);
    Map<CaseId, CaseFile> files = new HashMap<>();
    if (!found.isEmpty()) {
      files.putAll(
          cases.files().read(scope, found.stream().map(Example::caseId).distinct().toList()));
    }
    List<String> lines = new ArrayList<>();
    for (Example example : found) {
      Optional.ofNullable(files.get(example.caseId()))
          .flatMap(file -> words(scope, file, example))
          .flatMap(words -> example.mark().map(mark -> line(example, mark, words)))
          .ifPresent(lines::add);
    }
    String next = found.size() < limit ? "" : found.getLast().id().value();
    return new Part(String.join("", lines), lines.size(), found.size() - lines.size(), next);
  }

  private Optional<MessageText> words(Scope scope, CaseFile file, Example example) {
    return finder
        .find(scope, file, example.id())
        .flatMap(found -> finder.words(file, found))
        .filter(words -> !words.reveal().isBlank());
  }

  private static String line(Example example, Mark mark, MessageText words) {
    Map<String, Object> detector = new LinkedHashMap<>();
    detector.put("severity", code(example.said().severity()));
    detector.put("category", code(example.said().category()));
    detector.put("cues", example.said().cues());
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", example.id().value());
    line.put("text", words.reveal());
    line.put("lang", Tongue.of(words.reveal()));
    line.put("category", category(example));
    line.put("severity", code(example.severity()));
    line.put("label", mark.label().code());
    line.put("detector", detector);
    line.put("rules_version", example.said().rulesVersion());
    line.put("at", mark.at().toString());
    return JSON.writeValueAsString(line) + "\n";
  }

  /** Danger of a kind that neither staff nor the detector named. */
  private static String category(Example example) {
    boolean unnamed = example.category() == Category.NONE && example.severity() != Severity.NONE;
    return unnamed ? "unknown" : code(example.category());
  }

  private static String code(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
