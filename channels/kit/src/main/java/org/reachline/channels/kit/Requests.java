package org.reachline.channels.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.UnaryOperator;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;

/** Small changes to a request. */
final class Requests {
  private Requests() {}

  static RawRequest body(RawRequest request, byte[] body) {
    return new RawRequest(request.method(), request.url(), request.headers(), Body.of(body));
  }

  static RawRequest body(RawRequest request, String body) {
    return body(request, body.getBytes(UTF_8));
  }

  static RawRequest url(RawRequest request, String url) {
    return new RawRequest(request.method(), new PublicUrl(url), request.headers(), request.body());
  }

  static RawRequest headers(RawRequest request, UnaryOperator<Headers> change) {
    return new RawRequest(
        request.method(), request.url(), change.apply(request.headers()), request.body());
  }

  static RawRequest header(RawRequest request, String name, String value) {
    return headers(request, headers -> headers.without(name).with(name, value));
  }

  static RawRequest flip(RawRequest request, int index) {
    byte[] bytes = request.body().toBytes();
    bytes[index] ^= 1;
    return body(request, bytes);
  }

  static RawRequest path(RawRequest request, String suffix) {
    String url = request.url().exact();
    int query = url.indexOf('?');
    return url(
        request,
        query < 0 ? url + suffix : url.substring(0, query) + suffix + url.substring(query));
  }

  static RawRequest query(RawRequest request, String parameter) {
    String url = request.url().exact();
    return url(request, url + (url.indexOf('?') < 0 ? "?" : "&") + parameter);
  }

  /** The parameters of a form as they stand in its body. */
  static List<String> parameters(RawRequest request) {
    String body = request.body().text();
    return body.isEmpty() ? List.of() : List.of(body.split("&", -1));
  }

  static RawRequest parameters(RawRequest request, List<String> parameters) {
    return body(request, String.join("&", parameters));
  }
}
