package org.reachline.standalone.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the provider keeps of the messages that passed, both ways; the oldest go first. */
final class Messages {
  private static final int KEPT = 50_000;

  private final Map<String, Message> bySid =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Message> eldest) {
          return size() > KEPT;
        }
      };

  synchronized Message add(Message message) {
    bySid.put(message.sid(), message);
    return message;
  }

  synchronized void status(String sid, String status, int errorCode) {
    bySid.computeIfPresent(sid, (_, message) -> message.with(status, errorCode));
  }

  synchronized Optional<Message> find(String sid) {
    return Optional.ofNullable(bySid.get(sid));
  }

  /**
   * Newest first, narrowed by the API's own query: To, From, DateSent, DateSent&lt;, DateSent&gt;.
   */
  synchronized List<Message> list(String accountSid, Form query) {
    Predicate<Message> wanted =
        equal(query.filled("To"), Message::to)
            .and(equal(query.filled("From"), Message::from))
            .and(query.filled("DateSent").map(Messages::onDay).orElse(_ -> true))
            .and(query.filled("DateSent>").map(Messages::notBefore).orElse(_ -> true))
            .and(query.filled("DateSent<").map(Messages::notAfter).orElse(_ -> true));
    Collection<Message> newestFirst = List.copyOf(bySid.values()).reversed();
    return newestFirst.stream()
        .filter(m -> m.accountSid().equals(accountSid))
        .filter(wanted)
        .toList();
  }

  private static Predicate<Message> equal(
      Optional<String> wanted, java.util.function.Function<Message, String> part) {
    return message -> wanted.isEmpty() || wanted.get().equals(part.apply(message));
  }

  private static Predicate<Message> onDay(String date) {
    LocalDate day = LocalDate.parse(date.substring(0, 10));
    return message -> day(message.at()).equals(day);
  }

  private static Predicate<Message> notBefore(String date) {
    return date.contains("T")
        ? message -> !message.at().isBefore(Instant.parse(date))
        : message -> !day(message.at()).isBefore(LocalDate.parse(date));
  }

  private static Predicate<Message> notAfter(String date) {
    return date.contains("T")
        ? message -> !message.at().isAfter(Instant.parse(date))
        : message -> !day(message.at()).isAfter(LocalDate.parse(date));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
