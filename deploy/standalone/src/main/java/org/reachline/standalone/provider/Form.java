package org.reachline.standalone.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An {@code application/x-www-form-urlencoded} body or query; a name may come more than once. */
public record Form(List<Field> fields) {
  public Form {
    fields = List.copyOf(fields);
  }

  /** One name with one value, decoded. */
  public record Field(String name, String value) {
    public Field {
      requireNonNull(name);
      requireNonNull(value);
    }

    private static Field parse(String pair) {
      int equals = pair.indexOf('=');
      return equals < 0
          ? new Field(URLDecoder.decode(pair, UTF_8), "")
          : new Field(
              URLDecoder.decode(pair.substring(0, equals), UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }

    private String encoded() {
      return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }
  }

  /** Names and values in turn. */
  public static Form of(String... namesAndValues) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Form(fields);
  }

  static Form parse(String text) {
    return new Form(
        Arrays.stream(text.split("&", -1))
            .filter(pair -> !pair.isEmpty())
            .map(Field::parse)
            .toList());
  }

  static Form queryOf(String uri) {
    int question = uri.indexOf('?');
    return question < 0 ? new Form(List.of()) : parse(uri.substring(question + 1));
  }

  Form and(String name, String value) {
    List<Field> more = new ArrayList<>(fields);
    more.add(new Field(name, value));
    return new Form(more);
  }

  Optional<String> first(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
  }

  /** As {@link #first}; an empty value counts as none. */
  Optional<String> filled(String name) {
    return first(name).filter(value -> !value.isEmpty());
  }

  List<String> all(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).toList();
  }

  /** As it stands in a body. */
  public String encoded() {
    return fields.stream().map(Field::encoded).collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return "Form[" + fields.size() + " fields]";
  }
}
