package org.reachline.gateway;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.HttpAnswer;
import org.reachline.channels.spi.Inbound;
import org.reachline.channels.spi.Item;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Verdict;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.QuarantineEvent.RequestQuarantined;
import org.reachline.contracts.wire.DeadLetters;
import org.reachline.contracts.wire.EventCodec;
import org.reachline.gateway.core.Drafts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One webhook call from its raw bytes to the answer. Start reading here.
 *
 * <p>A 2xx means durable: everything in the request has been acknowledged by the broker, or has
 * been counted as of no interest. What cannot be believed is kept as evidence, what cannot be read
 * is kept as a dead letter, and while nothing can be kept the answer is 503, so that the provider
 * tries again; ids come from the provider's own, so trying again is harmless.
 */
final class Intake {
  private static final EventCodec<org.reachline.contracts.events.QuarantineEvent> EVIDENCE =
      new EventCodec<>(Topics.OF_QUARANTINE, "/reachline/" + IntakeMetrics.SERVICE);

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
  private static final String SURPRISE = "surprise";

  private final IntakeLog log;
  private final Envelopes envelopes;
  private final QuarantineLimits limits;
  private final IntakeMetrics metrics;
  private final Clock clock;

  Intake(
      IntakeLog log,
      Envelopes envelopes,
      QuarantineLimits limits,
      IntakeMetrics metrics,
      Clock clock) {
    this.log = log;
    this.envelopes = envelopes;
    this.limits = limits;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Takes one call of a provider.
   *
   * @param correlation our own message id as the called address carries it, or empty
   */
  Mono<Answer> accept(ConfiguredLine line, RawRequest request, String correlation) {
    Instant now = clock.instant();
    return switch (line.adapter().verify(request, line.config(), now)) {
      case Verdict.Ok _ -> keepAll(line, request, correlation, now);
      case Verdict.Rejected(var reason, var status) ->
          quarantine(line, request, "signature-" + reason.name().toLowerCase(Locale.ROOT), now)
              .thenReturn(new Answer.Refused(status));
    };
  }

  /**
   * Keeps a request as evidence without judging it, such as one whose body we would have to unpack
   * first.
   */
  Mono<Answer> refuse(ConfiguredLine line, RawRequest request, String reason, int status) {
    return quarantine(line, request, reason, clock.instant())
        .thenReturn(new Answer.Refused(status));
  }

  private Mono<Answer> keepAll(
      ConfiguredLine line, RawRequest request, String correlation, Instant now) {
    Inbound inbound = parsed(line, request);
    return Flux.fromIterable(inbound.items())
        .concatMap(
            item ->
                keep(line, request, item, correlation, now)) // one bad item never hides the others
        .then(Mono.fromSupplier(() -> accepted(inbound.answer())));
  }

  /** A request that an adapter stumbles over is authentic all the same: it is kept, not refused. */
  private static Inbound parsed(ConfiguredLine line, RawRequest request) {
    try {
      return line.adapter().parse(request, line.config());
    } catch (RuntimeException surprise) {
      LOG.error("an adapter could not read a request: {}", surprise.getClass().getSimpleName());
      Item unread = new Item.Unusable(SURPRISE, request.body().sha256());
      return new Inbound(List.of(unread), new HttpAnswer.Empty());
    }
  }

  private Mono<Void> keep(
      ConfiguredLine line, RawRequest request, Item item, String correlation, Instant now) {
    return switch (item) {
      case Item.Event(var event) -> keepEvent(line, request, event, correlation, now);
      case Item.Ignored(var why) -> count(() -> metrics.ignored(line.id(), why));
      case Item.Unusable(var why, var _) -> bury(line, request, why, now);
    };
  }

  private Mono<Void> keepEvent(
      ConfiguredLine line,
      RawRequest request,
      ChannelEvent event,
      String correlation,
      Instant now) {
    return switch (envelopes.address(Drafts.of(event, now), line, correlation, now)) {
      case Envelopes.Addressed.Ready(var ready) ->
          durable(() -> log.keep(ready))
              .doOnSuccess(_ -> metrics.accepted(line.id()))
              .onErrorResume(IntakeLog.TooLarge.class, _ -> bury(line, request, "too-large", now));
      case Envelopes.Addressed.Skipped(var why) -> count(() -> metrics.ignored(line.id(), why));
    };
  }

  private Mono<Void> quarantine(
      ConfiguredLine line, RawRequest request, String reason, Instant now) {
    RequestQuarantined evidence =
        envelopes.evidence(line, limits.bounded(line.id(), request, now), reason, now);
    return durable(() -> log.keep(evidence))
        .doOnSuccess(_ -> metrics.quarantined(line.id(), reason));
  }

  private Mono<Void> bury(ConfiguredLine line, RawRequest request, String why, Instant now) {
    var record = EVIDENCE.encode(envelopes.evidence(line, request, "unusable", now));
    var letter = DeadLetters.of(record, -1, -1, "UNUSABLE", IntakeMetrics.SERVICE);
    return durable(() -> log.bury(letter)).doOnSuccess(_ -> metrics.deadLettered(line.id(), why));
  }

  private static Mono<Void> durable(Supplier<CompletableFuture<Void>> write) {
    return Mono.fromFuture(write, true);
  }

  private static Mono<Void> count(Runnable counted) {
    return Mono.fromRunnable(counted);
  }

  private static Answer accepted(HttpAnswer answer) {
    return switch (answer) {
      case HttpAnswer.Empty() -> new Answer.Accepted(200, "", "");
      case HttpAnswer.Fixed(var status, var type, var body) ->
          new Answer.Accepted(status, type, body);
    };
  }

  /** What the provider is told. */
  sealed interface Answer {
    /** Everything in the request is safe. */
    record Accepted(int status, String contentType, String body) implements Answer {}

    /** Not believed; kept as evidence. */
    record Refused(int status) implements Answer {}
  }
}
