package org.reachline.channels.twilio;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.channels.spi.ProviderError;

/** Twilio's error codes, as far as they change what we do. */
final class TwilioErrors {
  /** The recipient has opted out of this sender. */
  static final String OPTED_OUT = "21610";

  /** WhatsApp: free text outside the 24 hours after the person's message. */
  static final String WINDOW_CLOSED = "63016";

  /** Too many requests; WhatsApp's rate limit. */
  private static final Set<String> SLOW_DOWN = Set.of("20429", "63018");

  /** Queue full, unknown error, congestion, rate of a registered campaign. */
  private static final Set<String> MAY_PASS_LATER = Set.of("30001", "30008", "30017", "30022");

  /** Invalid number, opted out, no mobile, unknown or dead number, landline. */
  private static final Set<String> NEVER = Set.of("21211", OPTED_OUT, "21614", "30005", "30006");

  private TwilioErrors() {}

  /** Every code that this channel treats in a way of its own. */
  static Set<String> known() {
    return Stream.of(Set.of(WINDOW_CLOSED), SLOW_DOWN, MAY_PASS_LATER, NEVER)
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  static boolean slowDown(String code) {
    return SLOW_DOWN.contains(code);
  }

  /** The code as it may be logged and stored: Twilio's are numbers, and nothing else gets by. */
  static String code(String raw) {
    return raw.matches("[0-9]{1,8}") ? raw : "unknown-code";
  }

  static ProviderError error(String raw, String message) {
    String code = code(raw);
    return new ProviderError(
        code, message, slowDown(code) || MAY_PASS_LATER.contains(code), NEVER.contains(code));
  }
}
