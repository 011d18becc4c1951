package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a channel can do, as data. Nothing may depend on the order in which a provider calls, so
 * order is no capability.
 *
 * @param inbound how messages arrive
 * @param authScheme how requests are authenticated, in the words of the provider
 * @param replayWindow how far a signed time may be away
 * @param urlSigned the signature covers the public URL
 * @param batch one request may hold several items
 * @param ackBudget how long the provider waits for the answer
 * @param providerRetryHorizon how long the provider tries again after a failure
 * @param retryOn4xx the provider tries again after a 4xx
 * @param maxBody the cap on a request, in bytes
 * @param outbound what may be sent
 * @param idempotentSend whether sending twice can be told apart by the provider
 * @param sessionWindow when free text may be sent
 * @param statuses which statuses the provider reports
 * @param reportsRead whether a read status can be expected at all
 * @param optOut how an opt-out becomes known
 * @param rate how fast may be sent
 */
public record Capabilities(
    Set<Arrival> inbound,
    String authScheme,
    ReplayWindow replayWindow,
    boolean urlSigned,
    boolean batch,
    AckBudget ackBudget,
    RetryHorizon providerRetryHorizon,
    boolean retryOn4xx,
    long maxBody,
    OutboundLimits outbound,
    SendIdempotency idempotentSend,
    SessionWindow sessionWindow,
    Set<StatusKind> statuses,
    boolean reportsRead,
    OptOutSource optOut,
    RateLimits rate) {
  public Capabilities {
    inbound = Set.copyOf(inbound);
    requireNonNull(authScheme);
    requireNonNull(replayWindow);
    requireNonNull(ackBudget);
    requireNonNull(providerRetryHorizon);
    requireNonNull(outbound);
    requireNonNull(idempotentSend);
    requireNonNull(sessionWindow);
    statuses = Set.copyOf(statuses);
    requireNonNull(optOut);
    requireNonNull(rate);
    if (maxBody < 1) {
      throw new IllegalArgumentException("maxBody is the number of bytes a request may have");
    }
  }

  /**
   * Why this message cannot be sent on this channel at all, to be asked before {@link
   * ChannelAdapter#send}. Codes: {@code attachments-unsupported}, {@code too-many-attachments}.
   */
  public Stated<SendOutcome.Failed> refusal(Outbound message) {
    int attachments = message.mediaUrls().size();
    if (attachments == 0 || attachments <= outbound.maxMedia()) {
      return Stated.absent();
    }
    return Stated.of(
        outbound.maxMedia() == 0
            ? new SendOutcome.Failed("attachments-unsupported", "this channel carries text only")
            : new SendOutcome.Failed(
                "too-many-attachments", "at most " + outbound.maxMedia() + " attachments"));
  }
}
