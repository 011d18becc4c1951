package org.reachline.cases.examples;

import java.time.Duration;
import java.time.Instant;
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
import org.reachline.cases.core.examples.Said;
import org.reachline.cases.examples.Finder.Found;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.ExampleStore;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.Category;
import org.reachline.contracts.Severity;
import org.reachline.contracts.personal.MessageText;
import org.reachline.triage.WeatherAlert;
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
          .flatMap(file -> story(scope, file, example))
          .flatMap(story -> example.mark().map(mark -> line(example, mark, story)))
          .ifPresent(lines::add);
    }
    String next = found.size() < limit ? "" : found.getLast().id().value();
    return new Part(String.join("", lines), lines.size(), found.size() - lines.size(), next);
  }

  /** The message as the detector had it: its words, those it was read after, and the weather. */
  private record Story(MessageText words, List<Earlier> earlier, Instant at, WeatherAlert weather) {
    boolean isAlone() {
      return earlier.isEmpty();
    }
  }

  /** Words the message was read after. */
  private record Earlier(Instant at, MessageText words) {}

  private Optional<Story> story(Scope scope, CaseFile file, Example example) {
    return finder
        .find(scope, file, example.id())
        .flatMap(
            found -> finder.words(file, found).flatMap(w -> story(scope, file, example, found, w)));
  }

  private Optional<Story> story(
      Scope scope, CaseFile file, Example example, Found found, MessageText words) {
    return words.reveal().isBlank()
        ? Optional.empty()
        : Optional.of(
            new Story(
                words, earlier(scope, file, example, found), found.at(), found.risk().weather()));
  }

  /**
   * What was harmless after an alarm is taken out alone: what is left of that alarm would count
   * against it.
   */
  private List<Earlier> earlier(Scope scope, CaseFile file, Example example, Found found) {
    List<Found.Message> before = finder.before(scope, file, found);
    boolean alarmed = before.stream().anyMatch(m -> Said.of(m.risk()).flagged());
    return alarmed && !Said.flagged(example.severity())
        ? List.of()
        : before.stream().flatMap(m -> earlier(file, m).stream()).toList();
  }

  /** Old words that do not open must not hide the new ones. */
  private Optional<Earlier> earlier(CaseFile file, Found.Message message) {
    return finder.words(file, message).map(words -> new Earlier(message.at(), words));
  }

  private static String line(Example example, Mark mark, Story story) {
    Map<String, Object> detector = new LinkedHashMap<>();
    detector.put("severity", code(example.said().severity()));
    detector.put("category", code(example.said().category()));
    detector.put("cues", example.said().cues());
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("id", example.id().value());
    if (story.isAlone()) {
      line.put("text", story.words().reveal());
    } else {
      line.put("messages", thread(story));
    }
    if (story.weather() != WeatherAlert.NONE) {
      line.put("weather", code(story.weather()));
    }
    line.put("lang", Tongue.of(story.words().reveal()));
    line.put("category", category(example));
    line.put("severity", code(example.severity()));
    line.put("label", mark.label().code());
    line.put("detector", detector);
    line.put("rules_version", example.said().rulesVersion());
    line.put("at", mark.at().toString());
    return JSON.writeValueAsString(line) + "\n";
  }

  /** Oldest first, the labelled one last; whole minutes since the first, never going back. */
  private static List<Map<String, Object>> thread(Story story) {
    Instant first = story.earlier().getFirst().at();
    List<Map<String, Object>> thread = new ArrayList<>();
    long last = 0;
    for (Earlier earlier : story.earlier()) {
      last = Math.max(last, Duration.between(first, earlier.at()).toMinutes());
      thread.add(message(last, earlier.words()));
    }
    thread.add(
        message(Math.max(last, Duration.between(first, story.at()).toMinutes()), story.words()));
    return thread;
  }

  private static Map<String, Object> message(long minutes, MessageText words) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("after_minutes", minutes);
    message.put("text", words.reveal());
    return message;
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
