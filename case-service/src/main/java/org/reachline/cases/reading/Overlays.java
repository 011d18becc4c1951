package org.reachline.cases.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reachline.contracts.AgencyId;
import org.reachline.triage.RuleFile;
import org.reachline.triage.Rules.Loaded;
import org.reachline.triage.Rules.Refused;
import org.reachline.triage.WeatherAlert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What agencies add to the rules, kept in a folder: {@code <agency>.txt} holds rules, {@code
 * <agency>.weather} one word. A file is read again when its content changed; a bad one is told with
 * file and line, and what was in force stays. One thread at a time.
 */
final class Overlays {
  static final String LOADED = "loaded";
  static final String REFUSED = "refused";
  static final String UNREADABLE = "unreadable";

  private static final Logger log = LoggerFactory.getLogger(Overlays.class);
  private static final String RULES = ".txt";
  private static final String WEATHER = ".weather";
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_ERRORS = 20;

  private final Path folder;
  private final Collection<AgencyId> agencies;
  private final AgencyRules rules;
  private final Consumer<String> outcomes;
  private final Map<String, String> seen = new HashMap<>();
  private Set<String> strangers = Set.of();
  private boolean readable = true;

  /**
   * @param outcomes is told what became of each file that changed
   */
  Overlays(
      Path folder, Collection<AgencyId> agencies, AgencyRules rules, Consumer<String> outcomes) {
    this.folder = folder;
    this.agencies = List.copyOf(agencies);
    this.rules = rules;
    this.outcomes = outcomes;
  }

  /** Looks once for what changed. */
  synchronized void look() {
    if (!Files.isDirectory(folder)) {
      if (readable) {
        log.warn("overlays-folder-unreadable");
        outcomes.accept(UNREADABLE);
      }
      readable = false;
      return; // what was in force stays
    }
    readable = true;
    for (AgencyId agency : agencies) {
      changed(agency + RULES).ifPresent(content -> rules(agency, content));
      changed(agency + WEATHER).ifPresent(content -> weather(agency, content));
    }
    tellStrangers();
  }

  /** The content of a file if it is another than before; empty text where there is none now. */
  private Optional<String> changed(String name) {
    String now = read(name);
    String before = seen.put(name, now);
    return now.equals(before == null ? "" : before) ? Optional.empty() : Optional.of(now);
  }

  private String read(String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new IOException("too large");
      }
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      return "";
    } catch (IOException unreadable) {
      return unreadable(name);
    }
  }

  /** Told once; the content it had before counts on. */
  private String unreadable(String name) {
    String mark = "\0unreadable\0";
    if (!mark.equals(seen.put(name + mark, mark))) {
      log.warn("overlay-unreadable file={}", name);
      outcomes.accept(UNREADABLE);
    }
    return seen.getOrDefault(name, "");
  }

  private void rules(AgencyId agency, String content) {
    String name = agency + RULES;
    if (content.isBlank()) {
      rules.reset(agency);
      told(name, agency);
      return;
    }
    switch (rules.offer(agency, new RuleFile(name, content))) {
      case Loaded _ -> told(name, agency);
      case Refused(var errors) -> {
        errors.errors().stream()
            .limit(MOST_ERRORS)
            .forEach(error -> log.warn("overlay-refused {}", plain(error.describe())));
        log.warn(
            "overlay-refused file={} mistakes={} rules={} stay",
            name,
            errors.errors().size(),
            rules.version(agency));
        outcomes.accept(REFUSED);
      }
    }
  }

  private void told(String name, AgencyId agency) {
    log.info("overlay-loaded file={} rules={}", name, rules.version(agency));
    outcomes.accept(LOADED);
  }

  private void weather(AgencyId agency, String content) {
    String name = agency + WEATHER;
    String word = content.isBlank() ? "none" : content.strip().toLowerCase(Locale.ROOT);
    Optional<WeatherAlert> alert =
        Stream.of(WeatherAlert.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    if (alert.isEmpty()) {
      log.warn("overlay-refused {}:1: expected none, cold or heat", name);
      outcomes.accept(REFUSED);
      return;
    }
    rules.weather(agency, alert.get());
    log.info("weather-set file={} alert={}", name, word);
    outcomes.accept(LOADED);
  }

  /** A file of no agency is a mistake in its name. */
  private void tellStrangers() {
    Set<String> now = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(RULES) || name.endsWith(WEATHER))
          .filter(name -> agencies.stream().noneMatch(agency -> isOf(name, agency)))
          .forEach(now::add);
    } catch (IOException gone) { // the next look tells
      return;
    }
    now.stream()
        .filter(name -> !strangers.contains(name))
        .forEach(
            name -> {
              log.warn("overlay-of-no-agency file={}", plain(name));
              outcomes.accept(REFUSED);
            });
    strangers = now;
  }

  private static boolean isOf(String name, AgencyId agency) {
    return name.equals(agency + RULES) || name.equals(agency + WEATHER);
  }

  /** One line of a log, whatever a file holds. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
