package org.reachline.channels.kit;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.Envelope;
import org.reachline.channels.spi.EventId;
import org.reachline.channels.spi.Mark;
import org.reachline.channels.spi.Party;
import org.reachline.channels.spi.ProviderError;
import org.reachline.channels.spi.ProviderMessageId;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.StatusTarget;
import tools.jackson.databind.node.ObjectNode;

/** An event in the words of the case files. A field the event has no value for is null. */
final class EventJson {
  private EventJson() {}

  static ObjectNode of(ChannelEvent event) {
    ObjectNode json = envelope(event.envelope());
    switch (event) {
      case ChannelEvent.Message message -> message(json, message);
      case ChannelEvent.Status status -> status(json, status);
      case ChannelEvent.OptIn(_, var who, var origin) -> consent(json, "opt_in", who, origin);
      case ChannelEvent.OptOut(_, var who, var origin) -> consent(json, "opt_out", who, origin);
      case ChannelEvent.Edit(_, var edited, var parts) ->
          PartJson.add(json.put("type", "edit").put("provider_message_id", edited.exact()), parts);
      case ChannelEvent.Delete(_, var deleted) ->
          json.put("type", "delete").put("provider_message_id", deleted.exact());
      case ChannelEvent.Reaction(_, var target, var mark) ->
          mark(json.put("type", "reaction").put("provider_message_id", target.exact()), mark);
      case ChannelEvent.Postback(_, var payload) ->
          json.put("type", "postback").put("payload", payload).put("text", "");
      case ChannelEvent.Referral(_, var ref, var details) ->
          json.put("type", "referral").put("payload", ref).set("referral", details(details));
      case ChannelEvent.ContactChanged(_, var before, var after) ->
          json.put("type", "contact_changed")
              .put("old_address", nullable(before.map(Address::exact)))
              .put("new_address", after.exact());
      case ChannelEvent.ChannelState(_, var state, var detail) ->
          json.put("type", "channel_state").put("state", state).put("detail", nullable(detail));
    }
    return json;
  }

  private static ObjectNode envelope(Envelope envelope) {
    ObjectNode json = CaseFiles.JSON.createObjectNode();
    var from = envelope.from();
    json.put("from", nullable(from.map(party -> party.address().exact())));
    json.put("sender_name", nullable(from.map(Party::name).orElse(Stated.absent())));
    json.put("via", nullable(via(envelope)));
    json.put("to", envelope.to().isEmpty() ? null : envelope.to().getFirst().exact());
    json.put("conversation", nullable(envelope.conversation()));
    json.put("timestamp", nullable(envelope.occurredAt().map(Object::toString)));
    json.put("timestamp_any_of", nullable(envelope.occurredAt().map(Object::toString)));
    json.put("correlation", nullable(envelope.correlation()));
    json.put("tracking_data", nullable(envelope.correlation()));
    json.put(
        "provider_event_id",
        envelope.eventId() instanceof EventId.Provider(var exact) ? exact : null);
    return json;
  }

  /** The scheme before an address, as in {@code whatsapp:+1...}, wherever the provider put it. */
  private static Stated<String> via(Envelope envelope) {
    Stream<String> addresses =
        envelope.from().stream()
            .flatMap(p -> Stream.concat(Stream.of(p.address()), p.alternatives().stream()))
            .map(Address::exact);
    return Stated.ofNullable(
        addresses
            .filter(address -> address.matches("[a-z]+:.+"))
            .map(address -> address.substring(0, address.indexOf(':')))
            .findFirst()
            .orElse(null));
  }

  private static void message(ObjectNode json, ChannelEvent.Message message) {
    json.put("type", "message");
    json.put("provider_message_id", nullable(message.id().map(ProviderMessageId::exact)));
    json.put("reply_to", nullable(message.replyTo().map(ProviderMessageId::exact)));
    json.put("reply_token", nullable(message.replyToken()));
    PartJson.add(json, message.parts());
  }

  private static void status(ObjectNode json, ChannelEvent.Status status) {
    json.put("type", "status");
    switch (status.target()) {
      case StatusTarget.OneMessage(var id) -> json.put("provider_message_id", id.exact());
      case StatusTarget.UpTo(var watermark) -> json.put("watermark", watermark.toString());
    }
    json.put("status", status.status().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    json.put("raw_status", status.rawStatus());
    json.put("recipient", nullable(status.recipient().map(Address::exact)));
    if (status.status() instanceof DeliveryStatus.Failed(Stated.Is<ProviderError>(var error))) {
      json.putObject("error").put("code", error.code()).put("message", error.message());
    }
  }

  private static void consent(
      ObjectNode json, String type, Address who, ChannelEvent.Origin origin) {
    json.put("type", type).put("address", who.exact());
    json.put("origin", origin.name().toLowerCase(Locale.ROOT));
  }

  private static void mark(ObjectNode json, Mark mark) {
    switch (mark) {
      case Mark.Added(var emoji) -> json.put("action", "add").put("emoji", emoji);
      case Mark.Removed() -> json.put("action", "remove").putNull("emoji");
    }
  }

  private static ObjectNode details(Map<String, String> details) {
    ObjectNode json = CaseFiles.JSON.createObjectNode();
    details.forEach(json::put);
    return json;
  }

  static @Nullable String nullable(Stated<String> value) {
    return value instanceof Stated.Is<String>(var stated) ? stated : null;
  }
}
