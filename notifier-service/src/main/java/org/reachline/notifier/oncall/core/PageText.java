package org.reachline.notifier.oncall.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.reachline.notifier.oncall.core.Policy.Duty;

/**
 * The words of every text to staff: one GSM-7 segment, and nothing about a client, because nothing
 * about a client can reach this class.
 */
public final class PageText {
  /** As many septets as one text holds. */
  public static final int SEGMENT = 160;

  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
          + "abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String GSM_EXTENDED = "^{}\\[~]|€";

  private PageText() {}

  /**
   * All that a text may say.
   *
   * @param code the page code
   * @param link where to sign in; in a page, with the words before it
   * @param holder the duty of whoever has it
   * @param time when, as the agency's clock shows it, such as 03:12
   * @param codes other codes, for "which one?"
   */
  public record Fields(String code, String link, Duty holder, String time, List<String> codes) {
    public Fields {
      requireNonNull(code, "code");
      requireNonNull(link, "link");
      requireNonNull(holder, "holder");
      requireNonNull(time, "time");
      codes = List.copyOf(codes);
    }
  }

  /** The text of an attempt. */
  public static String of(Kind kind, Fields f) {
    String code = f.code();
    return switch (kind) {
      case PAGE ->
          "Relay: urgent page %s. Reply %s 1 to take it, %s 2 to pass on. %s  STOP to end texts"
              .formatted(code, code, code, f.link());
      case TAKEN -> "Relay: page %s is taken by %s.".formatted(code, f.holder().words());
      case YOURS ->
          "Relay: page %s taken, you have it. Everyone else is told. Sign in: %s"
              .formatted(code, f.link());
      case CLOSED -> "Relay: page %s is closed. Nothing is needed from you.".formatted(code);
      case RAISED ->
          "Relay: page %s has changed: more urgent or another danger. Sign in: %s"
              .formatted(code, f.link());
      case NEWS -> "Relay: there is news on page %s. Sign in: %s".formatted(code, f.link());
      case CHECK_IN -> "Relay: page %s is still yours. Sign in: %s".formatted(code, f.link());
    };
  }

  /** The second answer to one code. */
  public static String already(Fields f) {
    return "Relay: page %s was taken by %s at %s."
        .formatted(f.code(), f.holder().words(), f.time());
  }

  public static String yours(Fields f) {
    return "Relay: page %s is yours since %s. Sign in: %s".formatted(f.code(), f.time(), f.link());
  }

  public static String passedOn(String code) {
    return "Relay: page %s is passed on. The next person is paged.".formatted(code);
  }

  public static String stale(String code) {
    return "Relay: page %s had moved on already.".formatted(code);
  }

  public static String over(String code) {
    return "Relay: page %s is closed.".formatted(code);
  }

  /** Two or more are open: a bare word is for none of them. */
  public static String which(List<String> codes) {
    List<String> some = codes.subList(0, Math.min(8, codes.size()));
    return "Relay: which page? Open: %s. Reply with the code, then 1 to take or 2 to pass on."
        .formatted(String.join(", ", some));
  }

  public static String unclear() {
    return "Relay: not understood. Reply with the page code, then 1 to take or 2 to pass on.";
  }

  public static String noSuchCode() {
    return "Relay: no open page of yours has that code. Reply with the code of the page, then 1 or 2.";
  }

  /** Septets it takes in GSM-7, or -1 if it is not GSM-7. */
  public static int septets(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (GSM.indexOf(c) >= 0) {
        septets++;
      } else if (GSM_EXTENDED.indexOf(c) >= 0) {
        septets += 2;
      } else {
        return -1;
      }
    }
    return septets;
  }

  /** Whether it goes out as one text. */
  public static boolean fitsOneSegment(String text) {
    int septets = septets(text);
    return septets >= 0 && septets <= SEGMENT;
  }
}
