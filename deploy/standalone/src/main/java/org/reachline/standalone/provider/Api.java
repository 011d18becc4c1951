package org.reachline.standalone.provider;

import java.util.Optional;
import org.reachline.standalone.provider.Disturbances.Fate;

/** The part of the REST API that a sender of messages uses; refusals carry the real codes. */
final class Api {
  private static final int LONGEST = 1_600;

  private final Network network;
  private final Carrier carrier;

  Api(Network network, Carrier carrier) {
    this.network = network;
    this.carrier = carrier;
  }

  Answer create(TwilioAccount account, Form form) {
    return refusal(account, form).orElseGet(() -> take(message(account, form), form));
  }

  private Optional<Answer> refusal(TwilioAccount account, Form form) {
    if (form.filled("To").isEmpty()) {
      return refuse(21604, "A 'To' phone number is required.");
    }
    if (sender(account, form).isEmpty()) {
      return refuse(21603, "A 'From' phone number is required.");
    }
    if (form.filled("Body").isEmpty() && form.all("MediaUrl").isEmpty()) {
      return refuse(21602, "Message body is required.");
    }
    if (form.first("Body").orElse("").length() > LONGEST) {
      return refuse(21617, "The concatenated message body exceeds the 1600 character limit.");
    }
    if (!form.filled("To").orElseThrow().matches("\\+[1-9][0-9]{6,14}")) {
      return refuse(21211, "Invalid 'To' Phone Number.");
    }
    return sender(account, form).filter(from -> !network.accounts().owns(account, from)).isPresent()
        ? refuse(
            21606,
            "The 'From' phone number provided is not a valid message-capable phone number for this account.")
        : Optional.empty();
  }

  private static Optional<Answer> refuse(int code, String message) {
    return Optional.of(ApiJson.problem(400, code, message));
  }

  /** A Messaging Service sends from the first number of its account here. */
  private Optional<String> sender(TwilioAccount account, Form form) {
    return form.filled("From")
        .or(
            () ->
                form.filled("MessagingServiceSid")
                    .flatMap(
                        _ -> account.numbers().stream().findFirst().map(TwilioNumber::number)));
  }

  private Message message(TwilioAccount account, Form form) {
    return new Message(
        network.newSid(!form.all("MediaUrl").isEmpty()),
        account.sid(),
        sender(account, form).orElseThrow(),
        form.filled("To").orElseThrow(),
        form.first("Body").orElse(""),
        form.all("MediaUrl"),
        "outbound-api",
        form.filled("MessagingServiceSid").isPresent() ? "accepted" : "queued",
        0,
        network.clock().instant());
  }

  private Answer take(Message message, Form form) {
    return switch (network.disturbances().fateOf(message.to())) {
      case Fate.Rejected(int code) -> ApiJson.problem(400, code, "Refused for this phone.");
      case Fate.Hanging() -> new Answer.Silence();
      case Fate.AnswerLost() -> {
        carrier.take(message, form.filled("StatusCallback"));
        yield new Answer.Reset();
      }
      case Fate.Delivered(), Fate.Undelivered(var _) -> {
        carrier.take(message, form.filled("StatusCallback"));
        yield new Answer.Json(201, ApiJson.message(message));
      }
    };
  }

  Answer list(TwilioAccount account, String path, Form query) {
    return new Answer.Json(
        200, ApiJson.messages(network.messages().list(account.sid(), query), path, query));
  }

  Answer one(TwilioAccount account, String sid) {
    return network
        .messages()
        .find(sid)
        .filter(message -> message.accountSid().equals(account.sid()))
        .<Answer>map(message -> new Answer.Json(200, ApiJson.message(message)))
        .orElseGet(() -> ApiJson.problem(404, 20404, "The requested resource was not found"));
  }

  Answer account(TwilioAccount account) {
    return new Answer.Json(200, ApiJson.account(account));
  }

  Answer numbers(TwilioAccount account, Form query) {
    Optional<String> wanted = query.filled("PhoneNumber");
    return new Answer.Json(
        200,
        ApiJson.numbers(
            account,
            network.accounts().numbersOf(account).stream()
                .filter(n -> wanted.isEmpty() || n.number().equals(wanted.get()))
                .toList()));
  }
}
