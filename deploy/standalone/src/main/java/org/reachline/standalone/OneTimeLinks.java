package org.reachline.standalone;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Links that sign in once: 256 random bits, good for thirty minutes, kept in memory only. */
final class OneTimeLinks {
  private static final Duration GOOD_FOR = Duration.ofMinutes(30);

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> issued = new ConcurrentHashMap<>();
  private final Map<String, Instant> used = new ConcurrentHashMap<>();
  private final InstantSource clock;

  OneTimeLinks(InstantSource clock) {
    this.clock = clock;
  }

  /** How a link stands. */
  enum State {
    READY,
    USED,
    EXPIRED
  }

  String issue() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    issued.put(token, clock.instant().plus(GOOD_FOR));
    return token;
  }

  /** Looks without using it up: a browser may look ahead. */
  State stateOf(String token) {
    if (used.containsKey(token)) {
      return State.USED;
    }
    Instant until = issued.get(token);
    return until != null && clock.instant().isBefore(until) ? State.READY : State.EXPIRED;
  }

  /** Uses the link up; only the first call of a good one is ready. */
  State use(String token) {
    State state = stateOf(token);
    if (state == State.READY) {
      return used.putIfAbsent(token, clock.instant()) == null ? State.READY : State.USED;
    }
    return state;
  }
}
