package org.reachline.channels.twilio;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reachline.channels.spi.PublicUrl;

/** A URL as it is, with the default port, and without a port; nothing else of it is touched. */
final class PortVariants {
  private static final Pattern URL =
      Pattern.compile(
          "(https?)(://(?:[^/?#@]*@)?(?:\\[[^\\]]*]|[^/?#:]*))(:[0-9]*)?(.*)", Pattern.DOTALL);

  private PortVariants() {}

  static List<String> of(PublicUrl url) {
    Matcher parts = URL.matcher(url.exact());
    if (!parts.matches()) {
      return List.of(url.exact());
    }
    String start = parts.group(1) + parts.group(2);
    String other = parts.group(3) == null ? start + defaultPort(parts.group(1)) : start;
    return List.of(url.exact(), other + parts.group(4));
  }

  private static String defaultPort(String scheme) {
    return scheme.equals("https") ? ":443" : ":80";
  }
}
