package org.reachline.channels.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.Outbound;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Stated;

/**
 * The provider's side of a channel, written from its documentation and independently of the
 * adapter: it words requests and signs them, so that the kit can vary them and sign them again.
 */
public interface ProviderTwin {
  /**
   * The settings of a line, as an operator would write them.
   *
   * @param secret what the provider signs with
   * @param caseConfig the {@code config} of a case file
   */
  Map<String, String> settings(String secret, Map<String, String> caseConfig);

  /** The header that carries the signature. */
  String signatureHeader();

  /** Headers that the signature covers. */
  default Set<String> signedHeaders() {
    return Set.of();
  }

  /** The request with the right signature, replacing any it had. */
  RawRequest sign(RawRequest request, ChannelConfig config, Instant at);

  /** The request signed with another algorithm, where one could be confused with the right one. */
  default Stated<RawRequest> signOtherwise(RawRequest request, ChannelConfig config, Instant at) {
    return Stated.absent();
  }

  /** A client wrote this to the line. Unsigned. */
  RawRequest text(String messageId, String text, ChannelConfig config);

  /** The provider reports a status of a message of ours. Unsigned. */
  RawRequest receipt(String messageId, String status, ChannelConfig config);

  /** The provider says that a client opted out, for channels with such a signal. Unsigned. */
  default Stated<RawRequest> optOut(String messageId, ChannelConfig config) {
    return Stated.absent();
  }

  /** Requests for the line with each optional routing field present and absent. Unsigned. */
  List<RawRequest> routed(ChannelConfig config);

  /** Every status the provider documents, and what it means. */
  Map<String, DeliveryStatus> statuses();

  /** A message to a client, from the line. */
  Outbound outbound(String messageId, String text, List<String> mediaUrls, ChannelConfig config);

  /** The text that one call of the adapter carries; empty where it carries none. */
  String textOf(HttpCall call);
}
