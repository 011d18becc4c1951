package org.reachline.channels.twilio;

import com.twilio.rest.api.v2010.account.Message.Status;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.ProviderError;
import org.reachline.channels.spi.Stated;

/** Twilio's words for what became of a message. */
final class TwilioStatus {
  private static final Map<String, Status> WORDS =
      Stream.of(Status.values()).collect(Collectors.toMap(Status::toString, word -> word));

  private TwilioStatus() {}

  /** Whether the vendor knows the word. */
  static boolean known(String word) {
    return WORDS.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /** Exhaustive over the vendor's constants: a new one does not compile until it has a meaning. */
  static DeliveryStatus of(String word, Stated<ProviderError> error) {
    return switch (WORDS.get(word.toLowerCase(Locale.ROOT))) {
      case QUEUED, ACCEPTED, SCHEDULED, SENDING -> new DeliveryStatus.Queued();
      case SENT, PARTIALLY_DELIVERED -> new DeliveryStatus.Sent();
      case DELIVERED -> new DeliveryStatus.Delivered();
      case READ -> new DeliveryStatus.Read();
      case FAILED, UNDELIVERED, CANCELED -> new DeliveryStatus.Failed(error);
      case RECEIVING, RECEIVED -> new DeliveryStatus.Unknown();
      case null -> new DeliveryStatus.Unknown();
    };
  }
}
