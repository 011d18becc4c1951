package org.reachline.standalone.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Texts from phones to our numbers: kept for the list, posted to the webhook, its reply sent back.
 */
final class Texting {
  private final Network network;
  private final Carrier carrier;

  Texting(Network network, Carrier carrier) {
    this.network = network;
    this.carrier = carrier;
  }

  CompletableFuture<TextResult> text(String phone, String to, String body, List<String> media) {
    Message message =
        new Message(
            network.newSid(!media.isEmpty()),
            network.accounts().ownerOf(to).sid(),
            phone,
            to,
            body,
            media,
            "inbound",
            "received",
            0,
            network.clock().instant());
    return post(network.messages().add(message));
  }

  CompletableFuture<TextResult> again(String sid) {
    return post(
        network
            .messages()
            .find(sid)
            .orElseThrow(() -> new IllegalArgumentException("no message " + sid)));
  }

  private CompletableFuture<TextResult> post(Message message) {
    TwilioNumber number = network.accounts().number(message.to());
    return CompletableFuture.supplyAsync(() -> post(message, number), network.threads());
  }

  private TextResult post(Message message, TwilioNumber number) {
    String token = network.accounts().account(message.accountSid()).authToken();
    List<Attempt> attempts = network.webhooks().post(message.sid(), token, number, form(message));
    network.texts().add(attempts);
    if (attempts.getLast().taken()
        && attempts.getLast().result() instanceof Attempt.Result.Answered(var _, String twiml)) {
      Twiml.texts(twiml).forEach(text -> carrier.take(reply(message, text), Optional.empty()));
    }
    return new TextResult(message.sid(), attempts);
  }

  private Message reply(Message message, String text) {
    return new Message(
        network.newSid(false),
        message.accountSid(),
        message.to(),
        message.from(),
        text,
        List.of(),
        "outbound-reply",
        "queued",
        0,
        network.clock().instant());
  }

  /** The places are unknown here: empty, as for a phone whose carrier does not tell. */
  private static Form form(Message message) {
    List<Form.Field> fields = new ArrayList<>();
    fields.addAll(
        Form.of(
                "ToCountry", "US",
                "ToState", "",
                "SmsMessageSid", message.sid(),
                "NumMedia", Integer.toString(message.media().size()),
                "ToCity", "",
                "FromZip", "",
                "SmsSid", message.sid(),
                "FromState", "",
                "SmsStatus", "received",
                "FromCity", "",
                "Body", message.body(),
                "FromCountry", "US",
                "To", message.to(),
                "ToZip", "",
                "NumSegments", Integer.toString(ApiJson.segments(message.body())),
                "MessageSid", message.sid(),
                "AccountSid", message.accountSid(),
                "From", message.from(),
                "ApiVersion", "2010-04-01")
            .fields());
    for (int i = 0; i < message.media().size(); i++) {
      fields.add(new Form.Field("MediaContentType" + i, "image/jpeg"));
      fields.add(new Form.Field("MediaUrl" + i, message.media().get(i)));
    }
    return new Form(fields);
  }
}
