package org.reachline.channels.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Stated;

/** The parameters of a pigeon's letter: each name once, the first value counts. */
record PigeonForm(Map<String, String> values) {

  static PigeonForm of(RawRequest request, Flaw flaw) {
    var values = new LinkedHashMap<String, String>();
    for (String pair : request.body().text().split("&", -1)) {
      String[] both = (pair + "=").split("=", 3);
      values.putIfAbsent(decode(both[0], flaw), decode(both[1], flaw));
    }
    return new PigeonForm(values);
  }

  String get(String name) {
    return values.getOrDefault(name, "");
  }

  Stated<String> find(String name) {
    return get(name).isEmpty() ? Stated.absent() : Stated.of(get(name));
  }

  private static String decode(String escaped, Flaw flaw) {
    try {
      return URLDecoder.decode(escaped, UTF_8);
    } catch (IllegalArgumentException e) {
      if (flaw == Flaw.THROWS_ON_A_BROKEN_ESCAPE) {
        throw e;
      }
      return escaped;
    }
  }
}
