package org.reachline.channels.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Stated;

/**
 * The parameters of a form or a query, decoded to exact bytes of UTF-8 and in their order. Text
 * keeps one byte per character inside, so that nothing is lost before the signature is checked.
 * Never throws: a broken escape stands for itself.
 */
final class Form {
  private static final String FORM_TYPE = "application/x-www-form-urlencoded";

  private record Parameter(String name, String value) {}

  private final List<Parameter> parameters;

  private Form(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /** What the request says: a GET in its query, a POST in its body. */
  static Form of(RawRequest request) {
    if (request.method().equals("GET")) {
      return ofQuery(request.url());
    }
    return ofBody(request);
  }

  /** What the body says; nothing unless it is a form. */
  static Form ofBody(RawRequest request) {
    return isForm(request)
        ? decode(request.body().toBytes(), charset(type(request)))
        : new Form(List.of());
  }

  static Form ofQuery(PublicUrl url) {
    int start = url.exact().indexOf('?') + 1;
    String query = start == 0 ? "" : url.exact().substring(start).replaceFirst("#.*", "");
    return decode(query.getBytes(UTF_8), UTF_8);
  }

  static boolean isForm(RawRequest request) {
    return type(request).split(";", 2)[0].strip().equalsIgnoreCase(FORM_TYPE);
  }

  /** The first value of a name that is not empty. */
  Stated<String> find(String name) {
    return Stated.ofNullable(
        values(name).filter(value -> !value.isEmpty()).findFirst().orElse(null));
  }

  boolean has(String name) {
    return values(name).findAny().isPresent();
  }

  /** Each distinct name in order, followed by each of its distinct values in order. */
  byte[] signed() {
    var sorted = new TreeMap<String, TreeSet<String>>();
    for (Parameter parameter : parameters) {
      sorted.computeIfAbsent(parameter.name(), _ -> new TreeSet<>()).add(parameter.value());
    }
    var text = new StringBuilder();
    sorted.forEach((name, values) -> values.forEach(value -> text.append(name).append(value)));
    return text.toString().getBytes(ISO_8859_1);
  }

  private Stream<String> values(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(parameter -> new String(parameter.value().getBytes(ISO_8859_1), UTF_8));
  }

  private static Form decode(byte[] bytes, Charset charset) {
    var parameters = new ArrayList<Parameter>();
    String raw = new String(bytes, ISO_8859_1);
    for (int from = 0; from < raw.length(); ) {
      int to = raw.indexOf('&', from) < 0 ? raw.length() : raw.indexOf('&', from);
      if (to > from) {
        parameters.add(parameter(raw.substring(from, to), charset));
      }
      from = to + 1;
    }
    return new Form(parameters);
  }

  private static Parameter parameter(String raw, Charset charset) {
    int equals = raw.indexOf('=') < 0 ? raw.length() : raw.indexOf('=');
    String value = raw.substring(Math.min(equals + 1, raw.length()));
    return new Parameter(unescape(raw.substring(0, equals), charset), unescape(value, charset));
  }

  private static String unescape(String raw, Charset charset) {
    var bytes = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      int escaped = escaped(raw, i);
      bytes.append(escaped >= 0 ? (char) escaped : raw.charAt(i) == '+' ? ' ' : raw.charAt(i));
      i += escaped >= 0 ? 2 : 0;
    }
    return charset.equals(UTF_8) ? bytes.toString() : toUtf8(bytes.toString(), charset);
  }

  /** The byte that {@code %41} stands for, or -1. */
  private static int escaped(String raw, int at) {
    if (raw.charAt(at) != '%' || at + 2 >= raw.length()) {
      return -1;
    }
    int high = Character.digit(raw.charAt(at + 1), 16);
    int low = Character.digit(raw.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static String toUtf8(String bytes, Charset charset) {
    return new String(new String(bytes.getBytes(ISO_8859_1), charset).getBytes(UTF_8), ISO_8859_1);
  }

  private static Charset charset(String type) {
    Matcher declared = Pattern.compile("(?i)charset=\"?([\\w.:-]+)").matcher(type);
    try {
      return declared.find() ? Charset.forName(declared.group(1)) : UTF_8;
    } catch (IllegalArgumentException _) {
      return UTF_8; // a charset that nobody has cannot have been used either
    }
  }

  private static String type(RawRequest request) {
    return request.headers().first("Content-Type").orElse("");
  }
}
