package org.reachline.channels.spi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.reachline.channels.spi.ConfigSpec.Field;
import org.reachline.channels.spi.ConfigSpec.Mistake;

/** Turns what a person wrote into a {@link ChannelConfig}, or into a list of all mistakes. */
final class ConfigReader {
  private final ConfigSpec spec;
  private final ChannelType type;
  private final Map<String, String> settings;
  private final List<Mistake> mistakes = new ArrayList<>();
  private final Map<String, String> fields = new LinkedHashMap<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();

  ConfigReader(ConfigSpec spec, ChannelType type, Map<String, String> settings) {
    this.spec = spec;
    this.type = type;
    this.settings = settings;
  }

  ConfigSpec.Reading read() {
    spec.fields().forEach(this::readField);
    refuseUnknownFields();
    demandASecret();
    return mistakes.isEmpty()
        ? new ConfigSpec.Reading.Usable(
            new ChannelConfig(
                new ChannelKey(type, fields.getOrDefault(addressField(), "")), fields, secrets))
        : new ConfigSpec.Reading.Wrong(mistakes);
  }

  private void readField(Field field) {
    String value = settings.get(field.name());
    if (value == null) {
      useFallback(field);
    } else if (value.isBlank()) {
      mistake(field.name(), "empty");
    } else if (field.type() == ConfigSpec.Type.URL
        && !value.matches("https?://[^\\s/?#]+[^\\s]*")) {
      mistake(field.name(), "not-a-url");
    } else {
      keep(field, value);
    }
  }

  private void useFallback(Field field) {
    switch (field.fallback()) {
      case Stated.Is<String>(String value) -> keep(field, value);
      case Stated.Absent<String>() when !field.optional() -> mistake(field.name(), "missing");
      case Stated.Absent<String>() -> {}
    }
  }

  private void keep(Field field, String value) {
    if (field.secret()) {
      secrets.put(field.name(), Secret.of(value));
    } else {
      fields.put(field.name(), value);
    }
  }

  private void refuseUnknownFields() {
    Set<String> known = spec.fields().stream().map(Field::name).collect(Collectors.toSet());
    settings.keySet().stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .forEach(name -> mistake(name, "unknown-field"));
  }

  private void demandASecret() {
    switch (spec.auth()) {
      case AuthRule.Secrets(var names) when names.stream().noneMatch(secrets::containsKey) ->
          mistake(String.join(" or ", new TreeSet<>(names)), "no-secret");
      case AuthRule.Secrets _ -> {}
      case AuthRule.UnauthenticatedPathToken(var name) when !secrets.containsKey(name) ->
          mistake(name, "no-secret");
      case AuthRule.UnauthenticatedPathToken _ -> {}
    }
  }

  private String addressField() {
    return spec.fields().stream()
        .filter(field -> field.type() == ConfigSpec.Type.ADDRESS)
        .findFirst()
        .orElseThrow()
        .name();
  }

  private void mistake(String field, String code) {
    mistakes.add(new Mistake(field, code));
  }
}
