package org.reachline.channels.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything Reachline needs to know about one provider. Start reading here.
 *
 * <p>An adapter is a set of pure functions: no network, no clock, no logging, no state. One
 * instance serves all lines of its kind from any number of threads. The gateway owns HTTP, the body
 * cap, the clock, de-duplication, publishing, retries and media download; the notifier owns the
 * HTTP client, rate limits and the attempts ledger.
 *
 * <p>No method throws for what a provider, or somebody who pretends to be one, sends: bad input is
 * a {@link Verdict.Rejected} or an {@link Item.Unusable}. An exception is a programming error, and
 * its message must not quote the input.
 */
public interface ChannelAdapter {
  /** The name of the kind, as configuration, folders and case files spell it. Never changes. */
  ChannelType type();

  /** What the channel can do. Constant; the pages, the documents and the kit read it. */
  Capabilities capabilities();

  /** The settings of one line: names, types, which are secret, and what authenticates. Constant. */
  ConfigSpec configSpec();

  /**
   * Which lines the request may be for. Called before verification, so the answer is a guess that
   * only decides whose secret is tried; cheap, and never throws.
   */
  Routing route(RawRequest request);

  /**
   * Whether the request really comes from the provider, judged over its raw bytes and its exact
   * public URL. The algorithm comes from the adapter and the configuration, never from the request.
   *
   * @param now the time of arrival, for providers that sign one
   */
  Verdict verify(RawRequest request, ChannelConfig config, Instant now);

  /**
   * What the request says, in its own order, and how to answer it. Called only after {@link
   * Verdict.Ok}. One bad item never hides the others. Parsing the same request twice gives equal
   * event ids.
   */
  Inbound parse(RawRequest request, ChannelConfig config);

  /**
   * The calls that send a message, to be made in this order, each once the one before was accepted.
   * Several where text is split or attachments travel alone. Ask {@link Capabilities#refusal}
   * first: what a channel cannot carry is refused, never dropped.
   */
  List<HttpCall> send(Outbound message, ChannelConfig config);

  /** What the reply to one call of {@link #send} means. Never throws, whatever the body holds. */
  SendOutcome sendResult(Outbound message, HttpReply reply, ChannelConfig config);

  /**
   * Asks whether the provider has a message whose answer was lost, where it can be asked. One call,
   * to be made again after some seconds.
   *
   * @param since when sending began; an older message of the same words is another one
   */
  default Optional<HttpCall> lookup(Outbound message, Instant since, ChannelConfig config) {
    return Optional.empty();
  }

  /** What the reply to the call of {@link #lookup} means. Never throws, whatever it holds. */
  default Found lookupResult(
      Outbound message, Instant since, HttpReply reply, ChannelConfig config) {
    return new Found.Unclear();
  }

  /** How to fetch what a message refers to. Credentials only ever go to the provider's own host. */
  default MediaPlan media(MediaRef ref, ChannelConfig config) {
    return new MediaPlan.None();
  }

  /** A harmless call that tells good credentials from bad ones, where the provider has one. */
  default Optional<HttpCall> healthProbe(ChannelConfig config) {
    return Optional.empty();
  }

  /** For providers that are asked instead of calling. */
  default Optional<Poller> poller() {
    return Optional.empty();
  }

  /** For providers that speak over a socket that we open. */
  default Optional<SocketSource> socket() {
    return Optional.empty();
  }
}
