package org.reachline.cases.view;

import java.util.List;
import java.util.Optional;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.core.examples.Label;

/** The line above a page that says what became of a command. */
public record NoticeView(String kind, String key, List<String> args) {
  private static final int BRIEF = 100; // the whole of it is in the log

  public NoticeView {
    args = List.copyOf(args);
  }

  public static NoticeView done(String key, String... args) {
    return new NoticeView("ok", key, List.of(args));
  }

  /** This form cannot be used any more, or was made by no page of ours. */
  public static NoticeView expired() {
    return new NoticeView("warn", "notice.expired", List.of());
  }

  /** What became of a label, by the code an address carries; none for another code. */
  public static Optional<NoticeView> label(String code) {
    return code.equals("refused")
        ? Optional.of(new NoticeView("warn", "notice.label.refused", List.of()))
        : Label.ofCode(code).map(label -> done("notice.label." + WebCodes.of(label)));
  }

  /** The agency's own rules are refused; what was in force stays. */
  public static NoticeView overlay(String first, int mistakes) {
    String brief = first.length() <= BRIEF ? first : first.substring(0, BRIEF) + "…";
    return new NoticeView("warn", "notice.overlay", List.of(brief, Integer.toString(mistakes)));
  }

  public static NoticeView of(Refusal why) {
    return new NoticeView("warn", key(why), List.of());
  }

  private static String key(Refusal why) {
    return switch (why) {
      case STALE -> "notice.conflict";
      case NEWER -> "notice.stale";
      case OPTED_OUT -> "notice.optout";
      case CLOSED -> "closed.case";
      case IN_CRISIS -> "notice.crisis";
      case UNSEEN -> "notice.unread";
      case BUSY -> "notice.trylater";
      case EMPTY -> "notice.empty";
      case TOO_LONG -> "notice.toolong";
      case UNKNOWN_WORKER, UNKNOWN_CODE -> "notice.expired";
    };
  }
}
