package org.reachline.cases.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.reachline.contracts.AgencyId;
import org.reachline.triage.RuleErrors.RuleError;
import org.reachline.triage.RuleFile;
import org.reachline.triage.Rules.Loaded;
import org.reachline.triage.Rules.Refused;
import org.reachline.triage.WeatherAlert;

/** One file an agency may add: {@code <agency>.txt} or {@code <agency>.weather}. */
record OverlayFile(AgencyId agency, Kind kind) {
  private static final int MOST_BYTES = 1 << 20;

  /** What a file holds. */
  enum Kind {
    RULES(".txt"),
    WEATHER(".weather");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }
  }

  static List<OverlayFile> of(Collection<AgencyId> agencies) {
    return agencies.stream()
        .flatMap(agency -> Stream.of(Kind.values()).map(kind -> new OverlayFile(agency, kind)))
        .toList();
  }

  /** Whether a name is meant for some agency. */
  static boolean isMeant(String name) {
    return Stream.of(Kind.values()).anyMatch(kind -> name.endsWith(kind.ending));
  }

  String name() {
    return agency + kind.ending;
  }

  /** Its words; empty text where there is no file, nothing where it cannot be read. */
  Optional<String> read(Path folder) {
    Path file = folder.resolve(name());
    try {
      return Files.size(file) > MOST_BYTES
          ? Optional.empty()
          : Optional.of(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException none) {
      return Optional.of("");
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Puts the words in force; where they are refused what was in force stays. */
  List<RuleError> offer(String words, AgencyRules rules) {
    return switch (kind) {
      case RULES -> rules(words, rules);
      case WEATHER -> weather(words, rules);
    };
  }

  private List<RuleError> rules(String words, AgencyRules rules) {
    if (words.isBlank()) {
      rules.reset(agency);
      return List.of();
    }
    return switch (rules.offer(agency, new RuleFile(name(), words))) {
      case Loaded _ -> List.of();
      case Refused(var errors) -> errors.errors();
    };
  }

  private List<RuleError> weather(String words, AgencyRules rules) {
    String word = words.isBlank() ? "none" : words.strip().toLowerCase(Locale.ROOT);
    Optional<WeatherAlert> alert =
        Stream.of(WeatherAlert.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    alert.ifPresent(is -> rules.weather(agency, is));
    return alert.isPresent() ? List.of() : List.of(new RuleError(name(), 1, "none, cold or heat"));
  }
}
