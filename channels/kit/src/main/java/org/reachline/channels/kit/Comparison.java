package org.reachline.channels.kit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.reachline.channels.spi.ChannelEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the events of a request are the expected ones: in order within one kind, nothing missing,
 * nothing besides. Only fields that the case names are compared, and a field that nobody knows how
 * to compare is a difference, so that no case passes by a spelling mistake.
 */
final class Comparison {
  private static final Set<String> ADDRESSES =
      Set.of("from", "to", "recipient", "address", "old_address", "new_address", "phone");

  private final Expectation expected;

  Comparison(Expectation expected) {
    this.expected = expected;
  }

  /** Empty where all is well. */
  List<String> differences(List<ChannelEvent> actual) {
    var missing = new ArrayList<>(expected.events());
    var differences = new ArrayList<String>();
    for (ChannelEvent event : actual) {
      claim(EventJson.of(event), missing, differences);
    }
    if (!expected.optional()) {
      missing.forEach(event -> differences.add("missing " + event));
    }
    return differences;
  }

  /** Takes the next expected event of the same kind, or one that may appear besides. */
  private void claim(ObjectNode event, List<JsonNode> missing, List<String> differences) {
    Optional<JsonNode> next =
        missing.stream().filter(e -> e.path("type").equals(event.path("type"))).findFirst();
    List<String> reasons = next.map(e -> differences(e, event)).orElse(List.of("not expected"));
    if (reasons.isEmpty()) {
      next.ifPresent(missing::remove);
    } else if (expected.mayEmit().stream().noneMatch(e -> differences(e, event).isEmpty())) {
      differences.add(event.path("type") + " " + reasons);
    }
  }

  private List<String> differences(JsonNode wanted, ObjectNode event) {
    var fields = new TreeSet<>(wanted.propertyNames());
    if (event.has("text") && !expected.textOptional()) {
      fields.add("text");
    }
    return fields.stream().filter(f -> !same(f, wanted.path(f), event)).toList();
  }

  private boolean same(String field, JsonNode wanted, ObjectNode event) {
    JsonNode actual = event.path(field);
    if (field.equals("text")) {
      return sameText(wanted.asString(""), actual.asString(""));
    }
    if (field.startsWith("timestamp") || field.equals("watermark")) {
      return sameTime(wanted, actual);
    }
    return ADDRESSES.contains(field) ? sameAddress(wanted, actual) : covers(wanted, actual);
  }

  private boolean sameText(String wanted, String actual) {
    return actual.equals(wanted)
        || expected.textAnyOf().contains(actual)
        || (expected.textOptional() && actual.isEmpty());
  }

  private static boolean sameTime(JsonNode wanted, JsonNode actual) {
    return actual.isString()
        && Json.oneOrMore(wanted).stream()
            .anyMatch(time -> Instant.parse(time).equals(Instant.parse(actual.asString())));
  }

  private static boolean sameAddress(JsonNode wanted, JsonNode actual) {
    return (wanted.isNull() == actual.isNull())
        && bare(wanted.asString("")).equals(bare(actual.asString("")));
  }

  private static String bare(String address) {
    return address.matches("\\+[0-9]+") ? address.substring(1) : address;
  }

  /** Objects and lists are compared as far as the case goes; a missing field is a difference. */
  private static boolean covers(JsonNode wanted, JsonNode actual) {
    if (wanted.isObject() && actual.isObject()) {
      return wanted.properties().stream()
          .allMatch(
              field ->
                  ADDRESSES.contains(field.getKey())
                      ? sameAddress(field.getValue(), actual.path(field.getKey()))
                      : covers(field.getValue(), actual.path(field.getKey())));
    }
    if (wanted.isArray() && actual.isArray()) {
      return wanted.size() == actual.size()
          && IntStream.range(0, wanted.size()).allMatch(i -> covers(wanted.get(i), actual.get(i)));
    }
    return wanted.equals(actual)
        || (wanted.isNumber() && actual.isNumber() && wanted.asDouble() == actual.asDouble());
  }
}
