package org.reachline.notifier.oncall.core;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    String words =
        text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", " ").strip().replaceAll(" +", " ");
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
    static final Set<String> STARTS = Set.of("START", "UNSTOP", "YES");
    static final Set<String> TAKES = Set.of("1", "A", "ACK", "TAKE", "TAKE IT", "C", "CLOSE");
    static final Set<String> PASSES = Set.of("2", "PASS", "PASS ON");

    private static final Pattern CODED =
        Pattern.compile("(ACK|TAKE)?([A-Z0-9]{3})(1|2|A|ACK|TAKE|PASS)");

    private Words() {}

    private static Reply coded(String joined) {
      Matcher found = CODED.matcher(joined);
      if (!found.matches() || !PageCode.isCode(found.group(2))) {
        return new Unclear();
      }
      boolean pass = found.group(3).equals("2") || found.group(3).equals("PASS");
      return new Coded(found.group(2), pass ? Act.PASS : Act.TAKE);
    }
  }
}
