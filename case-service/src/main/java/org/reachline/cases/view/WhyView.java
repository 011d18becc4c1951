package org.reachline.cases.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Risk;
import org.reachline.cases.core.Why;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.Severity;
import org.reachline.contracts.events.CrisisEvent.Evidence;

/**
 * Why a message or an episode has its level, in words.
 *
 * @param reasons what speaks for the level
 * @param context codes of what raised it beside its own words
 * @param readWith the earlier messages that took part
 * @param lowered what counts for less or nothing, and what held it back
 * @param held codes of what held it back
 */
public record WhyView(
    List<Row> reasons,
    List<String> context,
    List<Before> readWith,
    List<Row> lowered,
    List<String> held,
    String rulesVersion) {
  static final WhyView NONE =
      new WhyView(List.of(), List.of(), List.of(), List.of(), List.of(), "");

  private static final Set<String> AGAINST = Set.of("lowered", "removed", "lowers");
  private static final Set<String> RAISING = Set.of("after_high", "repeated", "weather", "learned");
  private static final Set<String> HOLDING =
      Set.of("negated", "far_past", "benign", "laughter", "media", "unsupported");

  public WhyView {
    reasons = List.copyOf(reasons);
    context = List.copyOf(context);
    readWith = List.copyOf(readWith);
    lowered = List.copyOf(lowered);
    held = List.copyOf(held);
  }

  /**
   * One place in the client's own words.
   *
   * @param n the number at the words in the message; 0 where they are not marked there
   */
  public record Row(int n, String quote, String lang, List<Part> parts) {
    public Row {
      parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
      return "Row[" + n + "]";
    }
  }

  /**
   * What was found there.
   *
   * @param meaning one or several in a row
   * @param noteKey the level it gave or what it did; empty where nobody says
   */
  public record Part(String meaning, String noteKey) {}

  /**
   * An earlier message.
   *
   * @param href where it stands; empty where it is not among those read
   * @param at its time, empty with the same
   */
  public record Before(String href, String at) {}

  /** In words, with the numbers of the spots if the message shows them. */
  static WhyView of(
      List<Spot> spots, boolean numbered, List<Why> whys, WebStory story, WebViewer viewer) {
    List<String> modifiers = codes(whys);
    return new WhyView(
        rows(spots, numbered, false, viewer),
        modifiers.stream().filter(code -> !HOLDING.contains(code)).toList(),
        whys.stream()
            .flatMap(why -> why.readWith().stream())
            .distinct()
            .map(id -> before(id, story, viewer))
            .distinct()
            .toList(),
        rows(spots, numbered, true, viewer),
        modifiers.stream().filter(HOLDING::contains).toList(),
        whys.stream().map(Why::rulesVersion).distinct().collect(Collectors.joining(", ")));
  }

  private static List<String> codes(List<Why> whys) {
    return whys.stream()
        .flatMap(why -> why.modifiers().stream())
        .distinct()
        .map(code -> code.replace('-', '_'))
        .toList();
  }

  private static List<Row> rows(
      List<Spot> spots, boolean numbered, boolean against, WebViewer viewer) {
    List<Row> rows = new ArrayList<>();
    for (Spot spot : spots) {
      List<Part> parts = parts(spot, against, viewer);
      if (!parts.isEmpty()) {
        rows.add(new Row(numbered ? spot.span().mark() : 0, spot.quote(), spot.lang(), parts));
      }
    }
    return rows;
  }

  /** Every meaning once, where it weighs most; those of one weight together. */
  private static List<Part> parts(Spot spot, boolean against, WebViewer viewer) {
    Map<String, Evidence> meanings = new LinkedHashMap<>();
    byWeight(spot.found(), against).forEach(one -> meanings.putIfAbsent(meaning(one, viewer), one));
    Map<String, List<String>> notes = new LinkedHashMap<>();
    meanings.forEach(
        (meaning, one) -> notes.computeIfAbsent(noteKey(one), _ -> new ArrayList<>()).add(meaning));
    return notes.entrySet().stream()
        .map(note -> new Part(String.join("; ", note.getValue()), note.getKey()))
        .toList();
  }

  /** Highest level first, of one level the longest. */
  private static Stream<Evidence> byWeight(List<Evidence> found, boolean against) {
    return found.stream()
        .filter(one -> isAgainst(one) == against)
        .sorted(
            Comparator.comparingInt((Evidence one) -> Risk.urgency(one.level()))
                .thenComparingInt(one -> one.start() - one.end()));
  }

  private static boolean isAgainst(Evidence one) {
    return AGAINST.contains(one.effect());
  }

  private static String meaning(Evidence one, WebViewer viewer) {
    return viewer.cues().meaning(one.cue(), viewer.locale());
  }

  private static String noteKey(Evidence one) {
    boolean raises = one.level() != Severity.NONE && !isAgainst(one);
    return raises
        ? "level." + WebCodes.of(one.level())
        : one.effect().equals(Evidence.UNTOLD) ? "" : "why.effect." + one.effect();
  }

  private static Before before(MessageId id, WebStory story, WebViewer viewer) {
    return story
        .entry(id)
        .map(entry -> before(entry, story, viewer))
        .orElseGet(() -> new Before("", ""));
  }

  private static Before before(Entry entry, WebStory story, WebViewer viewer) {
    LocalDate day = LocalDate.ofInstant(entry.at(), viewer.zone());
    boolean today = day.equals(LocalDate.ofInstant(viewer.now(), viewer.zone()));
    String clock = viewer.clock(entry.at());
    return new Before(
        ThreadView.href(story.file(), entry.seq(), ""),
        today ? clock : clock + " (" + viewer.day(entry.at()) + ")");
  }

  /** What changed the level, and the weightiest reason, for one line of a list; keys and words. */
  static List<String> brief(Why why, WebViewer viewer) {
    Optional<String> meaning =
        Stream.concat(byWeight(why.evidence(), false), byWeight(why.evidence(), true))
            .findFirst()
            .map(e -> meaning(e, viewer))
            .filter(words -> words.contains(" ") || !words.contains(".")); // no meaning, but an id
    boolean isHeld = why.evidence().stream().allMatch(WhyView::isAgainst); // nothing speaks for it
    Optional<String> changed =
        codes(List.of(why)).stream()
            .filter(code -> RAISING.contains(code) || (isHeld && HOLDING.contains(code)))
            .findFirst()
            .map("why.short."::concat);
    return Stream.of(changed, meaning).flatMap(Optional::stream).toList();
  }
}
