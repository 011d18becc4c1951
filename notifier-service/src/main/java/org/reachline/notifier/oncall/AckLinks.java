package org.reachline.notifier.oncall;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.reachline.contracts.AgencyId;
import org.reachline.notifier.oncall.core.Attempt;
import org.reachline.notifier.oncall.core.Escalation;

/**
 * Links that acknowledge without signing in, and do nothing else. The token is a keyed function of
 * the escalation, the person and the moment it ends: nothing has to be stored to check it, and it
 * says nothing.
 */
public final class AckLinks {
  static final Duration VALID = Duration.ofHours(12);

  private final Token tokens;

  public AckLinks(Token tokens) {
    this.tokens = tokens;
  }

  /** At least 128 bits under the agency's link key, in characters of a URL. */
  public interface Token {
    String of(AgencyId agency, String... parts);
  }

  /** The address that stands in the text of a page. */
  public String link(Escalation e, Attempt page) {
    return e.policy().linkBase() + "/a/" + e.code() + "?t=" + token(e, page);
  }

  /** Whose link it is: a person paged for this escalation, until 12 h later or its end. */
  public Optional<Attempt> holder(Escalation e, String token, Instant now) {
    byte[] given = token.getBytes(StandardCharsets.UTF_8);
    return e.attempts().stream()
        .filter(a -> a.isPage() && e.live() && ends(a).isAfter(now))
        .filter(a -> MessageDigest.isEqual(given, token(e, a).getBytes(StandardCharsets.UTF_8)))
        .findFirst();
  }

  private String token(Escalation e, Attempt page) {
    String ends = Long.toString(ends(page).getEpochSecond());
    return tokens.of(
        e.id().agency(), e.id().value(), page.staff().value(), page.pageId().value(), ends);
  }

  /** From when it was planned, which its id and no later state tells. */
  private static Instant ends(Attempt page) {
    return page.plannedAt().plus(VALID).truncatedTo(ChronoUnit.SECONDS);
  }
}
