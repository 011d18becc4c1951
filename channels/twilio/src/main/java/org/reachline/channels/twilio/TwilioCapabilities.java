package org.reachline.channels.twilio;

import java.time.Duration;
import java.util.Set;
import org.reachline.channels.spi.AckBudget;
import org.reachline.channels.spi.Arrival;
import org.reachline.channels.spi.Capabilities;
import org.reachline.channels.spi.OptOutSource;
import org.reachline.channels.spi.OutboundLimits;
import org.reachline.channels.spi.RateLimits;
import org.reachline.channels.spi.ReplayWindow;
import org.reachline.channels.spi.RetryHorizon;
import org.reachline.channels.spi.SendIdempotency;
import org.reachline.channels.spi.SessionWindow;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.StatusKind;
import org.reachline.channels.spi.TextLimit;

/** What Twilio's messaging can do. */
final class TwilioCapabilities {
  /** Twilio refuses a longer body, however it is encoded. */
  static final TextLimit TEXT = new TextLimit.Utf16Units(1600);

  static final Capabilities ALL =
      new Capabilities(
          Set.of(Arrival.WEBHOOK),
          "HMAC-SHA1 over URL and parameters, X-Twilio-Signature",
          new ReplayWindow.None(),
          true,
          false,
          new AckBudget.Within(Duration.ofSeconds(15)),
          new RetryHorizon.For(Duration.ofSeconds(15)),
          false,
          256 * 1024,
          new OutboundLimits(
              TEXT, Set.of("image/*", "audio/*", "video/*", "text/vcard"), 10, 5_000_000, 0, false),
          new SendIdempotency.None(),
          new SessionWindow.Open(),
          Set.of(StatusKind.values()),
          true,
          OptOutSource.PROVIDER_SIGNAL,
          new RateLimits(Stated.absent(), Stated.absent()));

  private TwilioCapabilities() {}
}
