package org.reachline.standalone.provider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.reachline.standalone.provider.Disturbances.Fate;

/** Takes messages to phones and reports back by signed status callbacks. */
final class Carrier {
  private final Network network;

  Carrier(Network network) {
    this.network = network;
  }

  /** On the phone when this returns; the reports follow on a thread of their own. */
  void take(Message message, Optional<String> statusCallback) {
    network.messages().add(message);
    List<Message> course = course(message);
    Message last = course.getLast();
    if (last.errorCode() == 0) {
      ring(message);
    }
    network.messages().status(last.sid(), last.status(), last.errorCode());
    List<Message> reports = reports(course);
    statusCallback.ifPresent(
        url -> network.threads().execute(() -> reports.forEach(report -> post(report, url))));
  }

  private void ring(Message message) {
    network
        .phones()
        .ring(
            new Arrival(
                message.sid(),
                message.from(),
                message.to(),
                message.body(),
                message.media(),
                network.clock().instant()));
  }

  private List<Message> course(Message message) {
    Message last =
        network.disturbances().fateOf(message.to()) instanceof Fate.Undelivered(int code)
            ? message.with("undelivered", code)
            : message.with("delivered", 0);
    return List.of(message.with("queued", 0), message.with("sent", 0), last);
  }

  private List<Message> reports(List<Message> course) {
    return switch (network.disturbances().receiptsOf(course.getFirst().to())) {
      case ONCE -> course;
      case DROPPED -> List.of();
      case REPEATED -> course.stream().flatMap(m -> Stream.of(m, m)).toList();
      case REVERSED -> course.reversed();
    };
  }

  /** Not asked again when it fails: neither does the real one. */
  private void post(Message message, String url) {
    String token = network.accounts().account(message.accountSid()).authToken();
    network
        .receipts()
        .add(List.of(network.webhooks().once(message.sid(), token, url, form(message))));
  }

  private static Form form(Message message) {
    Form form =
        Form.of(
            "AccountSid", message.accountSid(),
            "ApiVersion", "2010-04-01",
            "From", message.from(),
            "MessageSid", message.sid(),
            "MessageStatus", message.status(),
            "SmsSid", message.sid(),
            "SmsStatus", message.status(),
            "To", message.to());
    return message.errorCode() == 0
        ? form
        : form.and("ErrorCode", Integer.toString(message.errorCode()));
  }
}
