package org.reachline.cases.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.reachline.contracts.AgencyId;
import org.reachline.triage.RuleErrors.RuleError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What agencies add to the rules, kept in a folder: {@code <agency>.txt} holds rules, {@code
 * <agency>.weather} one word. A file is judged again when its content changed. A bad one is told
 * with file and line whenever what is wrong with it changes, and stands in {@link #refused} as long
 * as it lies there; what was in force stays, after a restart as well. One thread at a time.
 */
final class Overlays {
  static final String LOADED = "loaded";
  static final String REFUSED = "refused";
  static final String UNREADABLE = "unreadable";
  static final String LAST_GOOD = "last-good";

  private static final Logger log = LoggerFactory.getLogger(Overlays.class);
  private static final String FOLDER = "";
  private static final Complaint FOLDER_UNREADABLE =
      new Complaint(
          UNREADABLE, List.of("reachline.triage.overlays: expected a folder that can be read"));
  private static final int MOST_ERRORS = 20;

  private final Path folder;
  private final List<OverlayFile> files;
  private final AgencyRules rules;
  private final LastGood lastGood;
  private final Consumer<String> outcomes;
  private final Map<OverlayFile, Judged> judged = new HashMap<>();
  private final Set<OverlayFile> settled = new HashSet<>();
  private final Map<OverlayFile, String> unkept = new HashMap<>();
  private volatile Map<String, Complaint> refused = Map.of();

  /** What a file held when it was last read, and what is wrong with that. */
  private record Judged(String words, List<String> mistakes) {}

  /**
   * What is wrong with a file.
   *
   * @param outcome refused or unreadable
   * @param lines each as {@code file:line: expected ...}
   */
  record Complaint(String outcome, List<String> lines) {}

  /**
   * @param outcomes is told what became of each file that changed
   */
  Overlays(
      Path folder,
      Collection<AgencyId> agencies,
      AgencyRules rules,
      LastGood lastGood,
      Consumer<String> outcomes) {
    this.folder = folder;
    this.files = OverlayFile.of(agencies);
    this.rules = rules;
    this.lastGood = lastGood;
    this.outcomes = outcomes;
  }

  /** Looks once for what changed. Asks the store only where nothing good was read yet. */
  synchronized void look() {
    Map<String, Complaint> now = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      files.forEach(file -> judge(file, now));
      strangers(now);
    } else {
      now.put(FOLDER, FOLDER_UNREADABLE);
    }
    now.forEach(this::tell);
    refused = Map.copyOf(now);
    files.stream().filter(file -> !settled.contains(file)).forEach(this::goOn);
  }

  /** Keeps what was found good since the last time; again later where the store is away. */
  synchronized void keep() {
    for (OverlayFile file : List.copyOf(unkept.keySet())) {
      lastGood.keep(file, unkept.getOrDefault(file, ""));
      unkept.remove(file);
    }
  }

  /** How many files lie refused or cannot be read; the folder counts as one. */
  int refused() {
    return refused.size();
  }

  /** What is wrong with those of an agency, line by line. */
  List<String> refused(AgencyId agency) {
    Map<String, Complaint> now = refused;
    return Stream.concat(
            Stream.of(FOLDER), OverlayFile.of(List.of(agency)).stream().map(OverlayFile::name))
        .filter(now::containsKey)
        .flatMap(name -> now.getOrDefault(name, FOLDER_UNREADABLE).lines().stream())
        .toList();
  }

  private void judge(OverlayFile file, Map<String, Complaint> now) {
    String unreadable = file.name() + ": expected a file of at most 1 MB that can be read as UTF-8";
    file.read(folder)
        .ifPresentOrElse(
            words -> {
              List<String> mistakes = mistakes(file, words);
              if (!mistakes.isEmpty()) {
                now.put(file.name(), new Complaint(REFUSED, mistakes));
              }
            },
            () -> now.put(file.name(), new Complaint(UNREADABLE, List.of(unreadable))));
  }

  private List<String> mistakes(OverlayFile file, String words) {
    Judged before = judged.get(file);
    if (before != null && before.words().equals(words)) {
      return before.mistakes();
    }
    List<String> mistakes =
        file.offer(words, rules).stream().map(RuleError::describe).map(Overlays::plain).toList();
    judged.put(file, new Judged(words, mistakes));
    if (mistakes.isEmpty()) {
      settled.add(file);
      unkept.put(file, words);
      if (before != null || !words.isEmpty()) {
        log.info("overlay-loaded file={} rules={}", file.name(), rules.version(file.agency()));
        outcomes.accept(LOADED);
      }
    }
    return mistakes;
  }

  /** A file of no agency is a mistake in its name. */
  private void strangers(Map<String, Complaint> now) {
    try (Stream<Path> all = Files.list(folder)) {
      all.map(file -> file.getFileName().toString())
          .filter(OverlayFile::isMeant)
          .filter(name -> files.stream().noneMatch(file -> file.name().equals(name)))
          .map(Overlays::plain)
          .forEach(
              name ->
                  now.put(
                      name,
                      new Complaint(REFUSED, List.of(name + ": expected the id of an agency"))));
    } catch (IOException gone) {
      now.put(FOLDER, FOLDER_UNREADABLE);
    }
  }

  private void tell(String name, Complaint complaint) {
    if (!complaint.equals(refused.get(name))) {
      complaint.lines().stream()
          .limit(MOST_ERRORS)
          .forEach(line -> log.warn("overlay-{} {}", complaint.outcome(), line));
      outcomes.accept(complaint.outcome());
    }
  }

  /** Nothing good was read since the start: the copy that was in force before it is, again. */
  private void goOn(OverlayFile file) {
    String words = lastGood.of(file);
    settled.add(file);
    if (!words.isEmpty()) {
      boolean good = file.offer(words, rules).isEmpty();
      log.warn(
          "overlay-last-good file={} {} rules={}",
          file.name(),
          good ? "in force" : "refused too",
          rules.version(file.agency()));
      outcomes.accept(good ? LAST_GOOD : REFUSED);
    }
  }

  /** One line of a log, whatever a file holds. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
