package org.reachline.notifier.oncall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one entry of a file people write. A field of a kind that was not asked for, or of a
 * name nobody knows, is a mistake: read as if it were not there, it would change whom a crisis
 * pages.
 */
final class Fields {
  private final JsonNode node;
  private final BiConsumer<String, String> wrong;

  Fields(JsonNode node, BiConsumer<String, String> wrong) {
    this.node = node;
    this.wrong = wrong;
  }

  /** The same fields; every mistake is also noted. */
  Fields(Fields same, Runnable noted) {
    this(
        same.node,
        (field, advice) -> {
          noted.run();
          same.wrong(field, advice);
        });
  }

  /** Tells of a mistake in a field. */
  void wrong(String field, String advice) {
    wrong.accept(field, advice);
  }

  /** Every name that is not among these is a mistake. */
  void only(Set<String> names) {
    node.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !names.contains(name))
        .forEach(name -> wrong(name, "is not known; there are " + sorted(names)));
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  boolean isEntry() {
    return node.isObject();
  }

  boolean has(String field) {
    return node.has(field);
  }

  String text(String field) {
    JsonNode value = node.path(field);
    if (value.isContainer()) {
      wrong(field, "write one word, not a list or an entry");
    }
    return value.asString("");
  }

  boolean flag(String field) {
    JsonNode value = node.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      wrong(field, "write true or false");
    }
    return value.asBoolean(false);
  }

  /** Its elements, each as the fields it is made of; a list that is missing is a mistake. */
  List<Fields> entries(String field, String advice) {
    List<Fields> entries = new ArrayList<>();
    for (JsonNode element : list(field, advice)) {
      String place = field + "[" + entries.size() + "]";
      Fields entry = new Fields(element, (inner, said) -> wrong(place + "." + inner, said));
      if (!entry.isEntry()) {
        wrong(place, "write an entry with targets and delay");
      }
      entries.add(entry);
    }
    return entries;
  }

  /** Its elements as words. */
  List<String> words(String field, String advice) {
    List<String> words = new ArrayList<>();
    for (JsonNode element : list(field, advice)) {
      words.add(element.asString(""));
    }
    return words;
  }

  private Iterable<JsonNode> list(String field, String advice) {
    JsonNode list = node.path(field);
    if (!list.isArray()) {
      wrong(field, advice);
      return List.of();
    }
    return list;
  }

  /** A time between two bounds, with its unit; the fallback where there is none. */
  Duration time(String field, Duration fallback, Duration least, Duration most) {
    if (!has(field)) {
      return fallback;
    }
    Duration time = parsed(text(field));
    if (time.compareTo(least) < 0 || time.compareTo(most) > 0) {
      wrong(field, "write a time with its unit, between " + said(least) + " and " + said(most));
    }
    return time;
  }

  /** A bare number is no time: somebody means seconds and somebody else minutes. */
  private static Duration parsed(String text) {
    boolean bare = text.chars().allMatch(Character::isDigit);
    try {
      return bare ? Duration.ZERO : DurationStyle.detectAndParse(text);
    } catch (IllegalArgumentException | ArithmeticException malformed) {
      return Duration.ZERO;
    }
  }

  private static String said(Duration time) {
    return time.toMinutes() > 0 ? time.toMinutes() + "m" : time.toSeconds() + "s";
  }
}
