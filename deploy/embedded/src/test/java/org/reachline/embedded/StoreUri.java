package org.reachline.embedded;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a database into a connection string, keeping who signs in where. */
final class StoreUri {
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<server>mongodb(?:\\+srv)?://[^/?]+)(?:/(?<database>[^?]*))?(?:\\?(?<options>.*))?");

  private StoreUri() {}

  static String withDatabase(String uri, String database) {
    Matcher parts = PARTS.matcher(uri);
    if (!parts.matches()) {
      throw new IllegalArgumentException("MONGODB_URI is not of the form mongodb://host:port");
    }
    String options = options(parts);
    return parts.group("server") + "/" + database + (options.isEmpty() ? "" : "?" + options);
  }

  private static String options(Matcher parts) {
    String options = textOf(parts, "options");
    boolean signsIn = parts.group("server").contains("@");
    if (!signsIn || options.contains("authSource=")) {
      return options;
    }
    String given = textOf(parts, "database");
    String source = "authSource=" + (given.isEmpty() ? "admin" : given);
    return options.isEmpty() ? source : options + "&" + source;
  }

  private static String textOf(Matcher parts, String group) {
    return parts.start(group) < 0 ? "" : parts.group(group);
  }
}
