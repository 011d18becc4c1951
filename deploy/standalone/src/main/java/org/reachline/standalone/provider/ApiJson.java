package org.reachline.standalone.provider;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The documents of the API, field by field as the real ones have them. */
final class ApiJson {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int SEGMENT = 153;
  private static final int ONE_SEGMENT = 160;

  private ApiJson() {}

  static Map<String, @Nullable Object> message(Message message) {
    String uri = FakeTwilio.API + message.accountSid() + "/Messages/" + message.sid();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account_sid", message.accountSid());
    json.put("api_version", "2010-04-01");
    json.put("body", message.body());
    json.put("date_created", date(message.at()));
    json.put("date_sent", message.status().equals("queued") ? null : date(message.at()));
    json.put("date_updated", date(message.at()));
    json.put("direction", message.direction());
    json.put("error_code", message.errorCode() == 0 ? null : message.errorCode());
    json.put("error_message", message.errorCode() == 0 ? null : "Error " + message.errorCode());
    json.put("from", message.from());
    json.put("messaging_service_sid", null);
    json.put("num_media", Integer.toString(message.media().size()));
    json.put("num_segments", Integer.toString(segments(message.body())));
    json.put("price", null);
    json.put("price_unit", "USD");
    json.put("sid", message.sid());
    json.put("status", message.status());
    json.put("subresource_uris", Map.of("media", uri + "/Media.json"));
    json.put("to", message.to());
    json.put("uri", uri + ".json");
    return json;
  }

  /** One page of a list; {@code path} is that of the request, {@code query} without the page. */
  static Map<String, @Nullable Object> messages(List<Message> all, String path, Form query) {
    int size = number(query, "PageSize", 50);
    int page = number(query, "Page", 0);
    List<Message> shown = all.stream().skip((long) page * size).limit(size).toList();
    boolean more = all.size() > (page + 1) * size;
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("end", page * size + Math.max(0, shown.size() - 1));
    json.put("first_page_uri", pageUri(path, query, 0));
    json.put("messages", shown.stream().map(ApiJson::message).toList());
    json.put("next_page_uri", more ? pageUri(path, query, page + 1) : null);
    json.put("page", page);
    json.put("page_size", size);
    json.put("previous_page_uri", page > 0 ? pageUri(path, query, page - 1) : null);
    json.put("start", page * size);
    json.put("uri", pageUri(path, query, page));
    return json;
  }

  static Map<String, @Nullable Object> account(TwilioAccount account) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("friendly_name", "Standalone");
    json.put("sid", account.sid());
    json.put("status", "active");
    json.put("type", "Full");
    json.put("uri", FakeTwilio.API + account.sid() + ".json");
    return json;
  }

  static Map<String, @Nullable Object> numbers(TwilioAccount account, List<TwilioNumber> numbers) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(
        "incoming_phone_numbers", numbers.stream().map(number -> number(account, number)).toList());
    json.put("next_page_uri", null);
    json.put("page", 0);
    return json;
  }

  private static Map<String, @Nullable Object> number(TwilioAccount account, TwilioNumber number) {
    return Map.of(
        "account_sid", account.sid(),
        "phone_number", number.number(),
        "sms_method", "POST",
        "sms_url", number.webhook(),
        "sms_fallback_url", number.fallbacks().isEmpty() ? "" : number.fallbacks().getFirst());
  }

  static Answer problem(int status, int code, String message) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("code", code);
    json.put("message", message);
    json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
    json.put("status", status);
    return new Answer.Json(status, json);
  }

  static int segments(String body) {
    return body.length() <= ONE_SEGMENT ? 1 : (body.length() + SEGMENT - 1) / SEGMENT;
  }

  private static int number(Form query, String name, int otherwise) {
    return query
        .filled(name)
        .filter(n -> n.matches("\\d{1,4}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  private static String pageUri(String path, Form query, int page) {
    Form kept = new Form(query.fields().stream().filter(f -> !f.name().equals("Page")).toList());
    return path + "?" + kept.and("Page", Integer.toString(page)).encoded();
  }

  private static String date(Instant at) {
    return DATE.format(at);
  }
}
