package org.reachline.notifier.oncall.core;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody on call texted back. Tolerant of quotes, spaces and case; never of a guess. */
public sealed interface Reply {
  /** One of the two answers. */
  enum Act {
    TAKE,
    PASS
  }

  /** A code and an answer. */
  record Coded(String code, Act act) implements Reply {}

  /** An answer without a code: means something only while one page is open to that person. */
  record Bare(Act act) implements Reply {}

  /** No more texts to this number. Never an answer to a page. */
  record Stop() implements Reply {}

  /** Texts again. */
  record Start() implements Reply {}

  /** Nothing we understand. */
  record Unclear() implements Reply {}

  /** Reads a text. Pure and total; keeps nothing of it. */
  static Reply of(String text) {
    String words = Words.plain(text);
    if (Words.STOPS.contains(words)) {
      return new Stop();
    }
    if (Words.STARTS.contains(words)) {
      return new Start();
    }
    if (Words.TAKES.contains(words)) {
      return new Bare(Act.TAKE);
    }
    if (Words.PASSES.contains(words)) {
      return new Bare(Act.PASS);
    }
    return Words.coded(words.replace(" ", ""));
  }

  /** The words themselves. Carriers take STOP and its kin first, so they are never taught. */
  final class Words {
    static final Set<String> STOPS =
        Set.of(
            "STOP",
            "STOPALL",
            "STOP ALL",
            "UNSUBSCRIBE",
            "CANCEL",
            "END",
            "QUIT",
            "REVOKE",
            "OPTOUT",
            "OPT OUT",
            "ALTO",
            "PARAR");
    static final Set<String> STARTS = Set.of("START", "UNSTOP", "YES", "EMPEZAR");
    static final Set<String> TAKES =
        Set.of(
            "1",
            "A",
            "ACK",
            "TAKE",
            "TAKE IT",
            "I TAKE IT",
            "C",
            "CLOSE",
            "TOMAR",
            "TOMARLA",
            "TOMARLO",
            "TOMO",
            "LA TOMO",
            "LO TOMO");
    static final Set<String> PASSES =
        Set.of("2", "PASS", "PASS ON", "PASAR", "PASARLA", "PASARLO", "PASO", "LA PASO", "LO PASO");

    private static final Set<String> JOINED_TAKES = joined(TAKES);
    private static final Set<String> JOINED_PASSES = joined(PASSES);
    private static final int CODE = 3;

    private Words() {}

    /** Upper case without accents, quotes and the like, one space between words. */
    private static String plain(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKD)
          .replaceAll("\\p{M}+", "")
          .toUpperCase(Locale.ROOT)
          .replaceAll("[^A-Z0-9]+", " ")
          .strip();
    }

    /**
     * A code with one of the answers before it, behind it or both. Where it can be read in two
     * ways, neither is meant.
     */
    private static Reply coded(String joined) {
      Set<Reply> readings = new HashSet<>();
      for (int at = 0; at + CODE <= joined.length(); at++) {
        String code = joined.substring(at, at + CODE);
        Set<String> said = new HashSet<>();
        said.add(joined.substring(0, at));
        said.add(joined.substring(at + CODE));
        said.remove("");
        if (PageCode.isCode(code) && !said.isEmpty()) {
          read(said).forEach(act -> readings.add(new Coded(code, act)));
        }
      }
      return readings.size() == 1 ? readings.iterator().next() : new Unclear();
    }

    private static List<Act> read(Set<String> said) {
      if (JOINED_TAKES.containsAll(said)) {
        return List.of(Act.TAKE);
      }
      return JOINED_PASSES.containsAll(said) ? List.of(Act.PASS) : List.of();
    }

    private static Set<String> joined(Set<String> words) {
      return words.stream().map(w -> w.replace(" ", "")).collect(Collectors.toSet());
    }
  }
}
