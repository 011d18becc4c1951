package org.reachline.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.RawRequest;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Id;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.RequestId;
import org.reachline.contracts.Sealed;
import org.reachline.contracts.Topics;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.events.QuarantineEvent.RequestQuarantined;
import org.reachline.contracts.events.ReceiptEvent.ReceiptReceived;
import org.reachline.contracts.personal.InboundContent;
import org.reachline.contracts.personal.MessageText;
import org.reachline.contracts.personal.QuarantinedRequest;
import org.reachline.gateway.core.Draft;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;

/**
 * Gives drafts their ids and seals what is personal: from here on nothing is in the clear. Safe for
 * any thread.
 */
final class Envelopes {
  private final KeyedIds ids;
  private final Sealing sealing;

  Envelopes(KeyedIds ids, Sealing sealing) {
    this.ids = ids;
    this.sealing = sealing;
  }

  /** What became of a draft. */
  sealed interface Addressed {
    /** Ready to be kept. */
    record Ready(Event event) implements Addressed {}

    /** Counted under a code. */
    record Skipped(String why) implements Addressed {}
  }

  /**
   * The event of a draft.
   *
   * @param correlation our own message id as the webhook address carries it, or empty
   */
  Addressed address(Draft draft, ConfiguredLine line, String correlation, Instant now) {
    LineId id = line.id();
    return switch (draft) {
      case Draft.Message message -> new Addressed.Ready(received(message, line, now));
      case Draft.Edit edit -> new Addressed.Ready(edited(edit, id, now));
      case Draft.Removal removal -> new Addressed.Ready(deleted(removal, id, now));
      case Draft.Signal signal -> new Addressed.Ready(signalled(signal, line, now));
      case Draft.Receipt receipt -> receipt(receipt, id, correlation, now);
      case Draft.Skip(var why) -> new Addressed.Skipped(why);
    };
  }

  /** A whole request as evidence. One without its body is told from others by its headers. */
  RequestQuarantined evidence(ConfiguredLine line, RawRequest request, String reason, Instant now) {
    RequestId id = ids.request(line.id(), reason, unique(request));
    Place place = Place.ofEvent(Topics.QUARANTINE, id.value());
    Sealed sealed = sealing.seal(line.id().agency(), Purpose.INTAKE, place, whole(request));
    return new RequestQuarantined(id, line.id(), reason, request.body().length(), now, sealed);
  }

  private static byte[] unique(RawRequest request) {
    Headers headers = request.headers();
    return request.body().length() > 0
        ? request.body().toBytes()
        : headers.names().stream()
            .flatMap(name -> headers.all(name).stream())
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8);
  }

  private Event received(Draft.Message message, ConfiguredLine line, Instant now) {
    MessageId id = ids.message(line.id(), message.providerId());
    return new InboundEvent.MessageReceived(
        id,
        conversation(line.id(), message.content()),
        line.id(),
        line.adapter().type().name(),
        message.kind(),
        message.providerAt(),
        now,
        sealed(id, "MessageReceived", message.content()));
  }

  private Event edited(Draft.Edit edit, LineId line, Instant now) {
    MessageId id = ids.message(line, edit.changeId());
    MessageId edited = ids.message(line, edit.editedProviderId());
    return new InboundEvent.MessageEdited(
        id,
        edited,
        conversation(line, edit.content()),
        line,
        now,
        sealed(id, "MessageEdited", edit.content()));
  }

  private Event deleted(Draft.Removal removal, LineId line, Instant now) {
    return new InboundEvent.MessageDeleted(
        ids.message(line, removal.changeId()),
        ids.message(line, removal.deletedProviderId()),
        ids.conversation(line.agency(), removal.from()),
        line,
        now);
  }

  private Event signalled(Draft.Signal signal, ConfiguredLine line, Instant now) {
    return new InboundEvent.ConsentSignalled(
        ids.message(line.id(), "signal:" + signal.signalId()),
        ids.conversation(line.id().agency(), signal.from()),
        line.id(),
        line.adapter().type().name(),
        signal.signal(),
        signal.providerAnswered(),
        now);
  }

  private Addressed receipt(Draft.Receipt receipt, LineId line, String fromUrl, Instant now) {
    String ours = receipt.correlation().isEmpty() ? fromUrl : receipt.correlation();
    if (!Id.isValid(ours) || !new MessageId(ours).agency().equals(line.agency())) {
      return new Addressed.Skipped("receipt-of-nothing-of-ours");
    }
    return new Addressed.Ready(
        new ReceiptReceived(
            new MessageId(ours),
            ids.conversation(line.agency(), receipt.recipient()),
            line,
            receipt.status(),
            receipt.providerCode(),
            now));
  }

  private ConversationId conversation(LineId line, InboundContent content) {
    return ids.conversation(line.agency(), content.from());
  }

  private Sealed sealed(MessageId id, String type, InboundContent content) {
    Place place = Place.ofEvent(Topics.INBOUND, id.value() + "/" + type);
    return sealing.seal(id.agency(), Purpose.INTAKE, place, content);
  }

  private static QuarantinedRequest whole(RawRequest request) {
    List<QuarantinedRequest.Header> headers = new ArrayList<>();
    for (String name : request.headers().names()) {
      for (String value : request.headers().all(name)) {
        headers.add(new QuarantinedRequest.Header(name, new MessageText(value)));
      }
    }
    return new QuarantinedRequest(
        request.method(),
        new MessageText(query(request.url().exact())),
        headers,
        new MessageText(Base64.getEncoder().encodeToString(request.body().toBytes())));
  }

  private static String query(String url) {
    int at = url.indexOf('?');
    return at < 0 ? "" : url.substring(at + 1);
  }
}
