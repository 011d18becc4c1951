package org.reachline.channels.lines;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.spi.ChannelAdapter;
import org.reachline.channels.spi.ChannelConfig;
import org.reachline.channels.spi.ConfigSpec;
import org.reachline.channels.spi.ConfigSpec.Reading;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import tools.jackson.databind.JsonNode;

/** One entry as somebody wrote it: whatever is wrong with it is told at once, by field. */
final class Entry {
  private static final Set<String> FIELDS =
      Set.of("id", "channel", "use", "publicUrl", "settings", "secrets");
  private static final Map<String, String> ADVICE =
      Map.of(
          "missing", "is missing",
          "empty", "is empty",
          "unknown-field", "is unknown to this channel",
          "not-a-url", "write an address that begins with http:// or https://",
          "no-secret", "is missing; write env:NAME or file:/path under secrets");

  private final JsonNode node;
  private final Problems problems;
  private final Map<String, ChannelAdapter> adapters;
  private final SecretReader secrets;
  private final Predicate<AgencyId> known;

  Entry(
      JsonNode node,
      Problems problems,
      Map<String, ChannelAdapter> adapters,
      SecretReader secrets,
      Predicate<AgencyId> known) {
    this.node = node;
    this.problems = problems;
    this.adapters = adapters;
    this.secrets = secrets;
    this.known = known;
  }

  /** How an entry is called in a problem. */
  static String nameOf(JsonNode node, int index) {
    JsonNode id = node.path("id");
    return id.isString() ? Problems.plain(id.asString()) : "lines[" + index + "]";
  }

  static String addressField(ChannelAdapter adapter) {
    return adapter.configSpec().fields().stream()
        .filter(field -> field.type() == ConfigSpec.Type.ADDRESS)
        .findFirst()
        .orElseThrow()
        .name();
  }

  /** The line, if nothing is wrong with it. */
  Optional<ConfiguredLine> line() {
    if (!node.isObject()) {
      problems.add("id", "the entry is no list of fields, or empty");
      return Optional.empty();
    }
    int before = problems.all().size();
    refuseUnknownFields();
    LineId id = id();
    ChannelAdapter adapter = adapter();
    ConfiguredLine.Use use = use();
    PublicUrl url = publicUrl();
    ChannelConfig config = adapter == null ? null : config(adapter);
    boolean whole = problems.all().size() == before;
    return whole && id != null && adapter != null && use != null && url != null && config != null
        ? Optional.of(new ConfiguredLine(id, adapter, config, url, use))
        : Optional.empty();
  }

  private void refuseUnknownFields() {
    node.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .forEach(
            name ->
                problems.add(
                    Problems.plain(name),
                    "is unknown; write " + String.join(", ", new TreeSet<>(FIELDS))));
  }

  private @Nullable LineId id() {
    @Nullable String id = text(node, "", "id");
    if (id == null || !LineId.isValid(id)) {
      problems.add(
          "id", (id == null ? "is missing; " : "") + "write agency.code, such as harbor.main");
      return null;
    }
    LineId line = new LineId(id);
    if (!known.test(line.agency())) {
      problems.add("id", "its agency is none of reachline.agencies");
    }
    return line;
  }

  private @Nullable ChannelAdapter adapter() {
    @Nullable String channel = text(node, "", "channel");
    @Nullable ChannelAdapter adapter = channel == null ? null : adapters.get(channel);
    if (adapter == null) {
      problems.add(
          "channel", "write one of " + String.join(", ", new TreeSet<>(adapters.keySet())));
    }
    return adapter;
  }

  private ConfiguredLine.@Nullable Use use() {
    @Nullable String use = text(node, "", "use");
    if (use == null && node.path("use").isMissingNode()) {
      return ConfiguredLine.Use.CLIENTS;
    }
    return switch (use) {
      case "clients" -> ConfiguredLine.Use.CLIENTS;
      case "staff" -> ConfiguredLine.Use.STAFF;
      case null, default -> {
        problems.add("use", "write clients or staff");
        yield null;
      }
    };
  }

  private @Nullable PublicUrl publicUrl() {
    @Nullable String url = text(node, "", "publicUrl");
    if (url == null || !url.matches("https?://[A-Za-z0-9\\[:@._%-][^\\s/?#]*(/[^\\s]*)?")) {
      problems.add("publicUrl", "write the webhook address exactly as the provider has it");
      return null;
    }
    return new PublicUrl(url);
  }

  private @Nullable ChannelConfig config(ChannelAdapter adapter) {
    int before = problems.all().size();
    Set<String> secret =
        adapter.configSpec().fields().stream()
            .filter(ConfigSpec.Field::secret)
            .map(ConfigSpec.Field::name)
            .collect(java.util.stream.Collectors.toSet());
    Map<String, String> all = new LinkedHashMap<>(texts("settings"));
    secret.stream()
        .filter(all::containsKey)
        .forEach(
            field ->
                problems.add(
                    "settings." + field, "is a secret; write its reference under secrets"));
    texts("secrets").forEach((field, reference) -> resolve(field, reference, all));
    return problems.all().size() > before ? null : checked(adapter, all, secret);
  }

  private void resolve(String field, String reference, Map<String, String> into) {
    switch (secrets.read(reference)) {
      case SecretReader.Secretly.Found(var value) -> into.put(field, value);
      case SecretReader.Secretly.Lacking(var advice) ->
          problems.add("secrets." + Problems.plain(field), advice);
    }
  }

  private @Nullable ChannelConfig checked(
      ChannelAdapter adapter, Map<String, String> all, Set<String> secret) {
    return switch (adapter.configSpec().read(adapter.type(), all)) {
      case Reading.Usable(var config) -> config;
      case Reading.Wrong(var mistakes) -> {
        mistakes.stream()
            .filter(m -> m.code().equals("no-secret") || !secret.contains(m.field()))
            .forEach(
                m ->
                    problems.add(
                        place(m.field(), secret), ADVICE.getOrDefault(m.code(), m.code())));
        yield null;
      }
    };
  }

  private static String place(String field, Set<String> secret) {
    return (secret.contains(field) ? "secrets." : "settings.") + Problems.plain(field);
  }

  /** The fields of a group, each one value. */
  private Map<String, String> texts(String group) {
    JsonNode fields = node.path(group);
    if (!fields.isObject()) {
      if (!fields.isMissingNode() && !fields.isNull()) {
        problems.add(group, "write fields with values, such as {field: \"value\"}");
      }
      return Map.of();
    }
    Map<String, @Nullable String> found = new LinkedHashMap<>();
    fields.propertyNames().forEach(name -> found.put(name, text(fields, group + ".", name)));
    return found.entrySet().stream()
        .filter(e -> e.getValue() != null)
        .collect(toMap(Map.Entry::getKey, e -> String.valueOf(e.getValue())));
  }

  /** A value that is text. A number would lose its plus sign or its zeros. */
  private @Nullable String text(JsonNode in, String group, String name) {
    JsonNode value = in.path(name);
    if (value.isNumber() || value.isBoolean()) {
      problems.add(group + Problems.plain(name), "put the value in quotes");
    } else if (value.isContainer()) {
      problems.add(group + Problems.plain(name), "write one value");
    } else if (value.isNull() && !group.isEmpty()) {
      problems.add(group + Problems.plain(name), "is empty");
    }
    return value.isString() ? value.asString() : null;
  }
}
