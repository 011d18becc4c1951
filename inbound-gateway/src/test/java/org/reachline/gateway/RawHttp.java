package org.reachline.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests as bytes, since no client library sends what an attacker sends. */
final class RawHttp {
  static final String LINE = "/hooks/harbor/front-desk";
  static final String PUBLIC = "https://hooks.example.org" + LINE;

  private String method = "POST";
  private String path = LINE;
  private byte[] body = new byte[0];
  private final List<String> headers = new ArrayList<>();
  private @Nullable String length = "";

  private RawHttp() {}

  /** A signed text, to be spoilt. */
  static RawHttp text(Map<String, String> fields) {
    return form(Webhooks.encoded(fields))
        .header("X-Twilio-Signature", Webhooks.signature(Webhooks.TOKEN, PUBLIC, fields));
  }

  static RawHttp form(String body) {
    RawHttp request = new RawHttp();
    request.body = body.getBytes(ISO_8859_1);
    return request.header("Content-Type", Webhooks.FORM);
  }

  RawHttp method(String other) {
    method = other;
    return this;
  }

  RawHttp path(String other) {
    path = other;
    return this;
  }

  RawHttp header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  RawHttp without(String name) {
    headers.removeIf(h -> h.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)));
    return this;
  }

  /** States another length than the right one; null states none. */
  RawHttp length(@Nullable String stated) {
    length = stated;
    return this;
  }

  /** The same body in chunks of this size. */
  RawHttp chunked(int size) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int from = 0; from < body.length; from += size) {
      int part = Math.min(size, body.length - from);
      chunks.writeBytes((Integer.toHexString(part) + "\r\n").getBytes(ISO_8859_1));
      chunks.write(body, from, part);
      chunks.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    body = chunks.toByteArray();
    return length(null).header("Transfer-Encoding", "chunked");
  }

  byte[] bytes() {
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: h\r\n");
    if (length != null) {
      head.append("Content-Length: ")
          .append(length.isEmpty() ? body.length : length)
          .append("\r\n");
    }
    headers.forEach(header -> head.append(header).append("\r\n"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** Status line and headers of the answer, in lower case; empty if the connection just ends. */
  String sendTo(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      try {
        socket.getOutputStream().write(bytes());
      } catch (IOException refusedHalfway) {
        return head(socket);
      }
      return head(socket);
    }
  }

  static String head(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    try {
      while (head.indexOf("\r\n\r\n") < 0) {
        int one = socket.getInputStream().read();
        if (one < 0) {
          break;
        }
        head.append((char) one);
      }
    } catch (SocketException reset) {
      return head.toString().toLowerCase(Locale.ROOT);
    }
    return head.toString().toLowerCase(Locale.ROOT);
  }
}
