package org.reachline.trust.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Role;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Planted;
import org.reachline.trust.testing.TwoAgencies;
import org.reachline.trust.web.OpenedSession.Ended;
import org.reachline.trust.web.OpenedSession.Live;
import org.reachline.trust.web.OpenedSession.Reason;
import org.springframework.http.ResponseCookie;

class SessionsTest {
  private static final Instant NOW = Instant.parse("2026-01-17T20:00:00Z");

  private final Planted planted = TwoAgencies.planted();
  private final Member luis = planted.member(HARBOR, Role.WORKER);
  private final Revocations revocations = new Revocations();
  private final Sessions sessions =
      new Sessions(planted.sealing(), planted.staff(), revocations, true);

  @Test
  void theCookieIsForThisHostAndSecureConnectionsAndNoScript() {
    ResponseCookie cookie = sessions.issue(luis.id(), NOW);

    assertThat(cookie.getName()).isEqualTo("__Host-reachline");
    assertThat(cookie.getValue()).startsWith("harbor~");
    assertThat(cookie.toString())
        .contains("Path=/", "Max-Age=43200", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
  }

  @Test
  void theCookieOfASharedDeviceGoesWithTheBrowser() {
    assertThat(sessions.issue(luis.id(), true, NOW).toString()).doesNotContain("Max-Age");
  }

  @Test
  void anotherServiceWithTheSameKeysOpensIt() {
    Sessions elsewhere = new Sessions(planted.sealing(), planted.staff(), new Revocations(), true);

    assertThat(elsewhere.open(value(NOW), NOW)).isInstanceOf(Live.class);
  }

  @Test
  void everySignInHasANewId() {
    assertThat(live(value(NOW), NOW).session().id())
        .isNotEqualTo(live(value(NOW), NOW).session().id());
  }

  @Test
  void itEndsAfterHalfAnHourWithoutUse() {
    String value = value(NOW);

    assertThat(sessions.open(value, NOW.plus(Duration.ofMinutes(30)).minusMillis(1)))
        .isInstanceOf(Live.class);
    assertThat(sessions.open(value, NOW.plus(Duration.ofMinutes(30))))
        .isEqualTo(new Ended(Reason.IDLE));
  }

  @Test
  void useKeepsItAliveButNoLongerThanTwelveHours() {
    String value = value(NOW);
    Instant end = NOW.plus(Duration.ofHours(12));
    for (Instant at = NOW; at.isBefore(end); at = at.plus(Duration.ofMinutes(20))) {
      value = sessions.renew(live(value, at).session(), at).getValue();
    }

    assertThat(sessions.open(value, end.minusMillis(1))).isInstanceOf(Live.class);
    assertThat(sessions.open(value, end)).isEqualTo(new Ended(Reason.TOO_OLD));
  }

  @Test
  void aRevokedOneIsDeadWhoeverKeptACopy() {
    String value = value(NOW);
    sessions.revoke(live(value, NOW).session());

    assertThat(sessions.open(value, NOW)).isEqualTo(new Ended(Reason.REVOKED));
  }

  @Test
  void allOfAPersonCanBeRevokedAndANewOneBegun() {
    String before = value(NOW);
    revocations.revokeAll(luis.id(), NOW.plusSeconds(1));

    assertThat(sessions.open(before, NOW.plusSeconds(2))).isEqualTo(new Ended(Reason.REVOKED));
    assertThat(sessions.open(value(NOW.plusSeconds(2)), NOW.plusSeconds(2)))
        .isInstanceOf(Live.class);
  }

  @Test
  void aStreamGoesOnUntilItsSessionIsRevokedOrTooOld() {
    Session session = live(value(NOW), NOW).session();

    assertThat(sessions.mayGoOn(session, NOW.plus(Duration.ofHours(11)))).isTrue();
    assertThat(sessions.mayGoOn(session, NOW.plus(Duration.ofHours(12)))).isFalse();
    sessions.revoke(session);
    assertThat(sessions.mayGoOn(session, NOW)).isFalse();
  }

  @Test
  void somebodyWhoLeftHasNoSession() {
    Session gone =
        new Session(SessionId.fresh(), new StaffId("harbor.0.gone"), NOW, NOW, "en", false);
    String value = sessions.renew(gone, NOW).getValue();

    assertThat(sessions.open(value, NOW)).isEqualTo(new Ended(Reason.UNKNOWN_STAFF));
  }

  @Test
  void underAnotherAgencysNameItIsUnreadable() {
    assertThat(sessions.open(value(NOW).replace("harbor~", "mirror~"), NOW))
        .isEqualTo(new Ended(Reason.UNREADABLE));
  }

  @Test
  void whatWasSealedForAnotherPlaceIsNoSession() {
    Session forged = live(value(NOW), NOW).session();
    Sealed sealed =
        planted
            .sealing()
            .seal(HARBOR, Purpose.SESSION, new Place("drafts", "harbor.1.aaaa", "text"), forged);

    assertThat(sessions.open("harbor~" + sealed.box(), NOW))
        .isEqualTo(new Ended(Reason.UNREADABLE));
  }

  @Test
  void aSessionOfAnAgencysKeyForSomebodyOfAnotherIsUnreadable() {
    Member theirs = planted.member(MIRROR, Role.ADMIN);
    Session forged = new Session(SessionId.fresh(), theirs.id(), NOW, NOW, "en", false);
    Sealed sealed =
        planted
            .sealing()
            .seal(HARBOR, Purpose.SESSION, new Place("session", "cookie", "sealed"), forged);

    assertThat(sessions.open("harbor~" + sealed.box(), NOW))
        .isEqualTo(new Ended(Reason.UNREADABLE));
  }

  @Test
  void rubbishIsUnreadable() {
    for (String rubbish :
        List.of(
            "", "~", "harbor", "harbor~", "harbor~AAAA", "nowhere~AAAA", "HARBOR~x", "\u00e9~")) {
      assertThat(sessions.open(rubbish, NOW)).isEqualTo(new Ended(Reason.UNREADABLE));
    }
  }

  @Test
  void aSessionPrintsNoSecret() {
    Session session = live(value(NOW), NOW).session();

    assertThat(session.toString()).contains("***").doesNotContain(session.id().value());
  }

  @Test
  void aTokenIsOfItsSessionAlone() {
    Session one = live(value(NOW), NOW).session();
    Session other = live(value(NOW), NOW).session();

    assertThat(Csrf.matches(one, Csrf.token(one))).isTrue();
    assertThat(Csrf.matches(other, Csrf.token(one))).isFalse();
    assertThat(Csrf.token(one)).isNotEqualTo(Csrf.token(one));
    assertThat(Csrf.matches(one, "")).isFalse();
    assertThat(Csrf.matches(one, "%%")).isFalse();
    assertThat(Csrf.matches(one, "A".repeat(86))).isFalse();
  }

  @Test
  void aTokenDoesNotHoldTheSessionsId() {
    Session session = live(value(NOW), NOW).session();

    assertThat(Csrf.token(session).getBytes(StandardCharsets.UTF_8))
        .asString(StandardCharsets.UTF_8)
        .doesNotContain(session.id().value());
  }

  private String value(Instant now) {
    return sessions.issue(luis.id(), now).getValue();
  }

  private Live live(String value, Instant now) {
    return switch (sessions.open(value, now)) {
      case Live live -> live;
      case Ended(var reason) -> throw new AssertionError(reason);
    };
  }
}
