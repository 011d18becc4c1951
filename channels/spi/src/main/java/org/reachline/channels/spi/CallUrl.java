package org.reachline.channels.spi;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A URL that may hold secrets: {@code https://api.example.org/bot{token}/send} and the token.
 *
 * @param template everything but the secrets, already encoded
 * @param secrets field name to value, already encoded for its place
 */
public record CallUrl(String template, Map<String, Secret> secrets) {
  private static final Pattern HOST = Pattern.compile("^(https?)://(?:[^/?#@]*@)?([^/?#@{}]+)");

  public CallUrl {
    requireNonNull(template);
    secrets = Map.copyOf(secrets);
  }

  public static CallUrl of(String url) {
    return new CallUrl(url, Map.of());
  }

  /** The URL for the wire. */
  public String reveal() {
    String url = template;
    for (var secret : secrets.entrySet()) {
      url = url.replace("{" + secret.getKey() + "}", secret.getValue().reveal());
    }
    return url;
  }

  /** Scheme and host only. */
  @Override
  public String toString() {
    var host = HOST.matcher(template);
    return host.find() ? host.group(1) + "://" + host.group(2) : "CallUrl";
  }
}
