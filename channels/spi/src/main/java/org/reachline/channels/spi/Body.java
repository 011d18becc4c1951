package org.reachline.channels.spi;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bytes of a request or reply as they came, immutable. Prints its length only. */
public final class Body {
  private static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Body empty() {
    return EMPTY;
  }

  /** Copies the bytes. */
  public static Body of(byte[] bytes) {
    return new Body(bytes.clone());
  }

  /** The text in UTF-8. */
  public static Body of(String text) {
    return new Body(text.getBytes(StandardCharsets.UTF_8));
  }

  public int length() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  public byte at(int index) {
    return bytes[index];
  }

  /** A copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** A view that cannot be written, without copying. */
  public ByteBuffer view() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** Decoded; bytes that are no text become U+FFFD. */
  public String text(Charset charset) {
    return new String(bytes, charset);
  }

  /** Decoded as UTF-8. */
  public String text() {
    return text(StandardCharsets.UTF_8);
  }

  /** The SHA-256 of the bytes in lower-case hexadecimal digits. */
  public String sha256() {
    return Digests.sha256(bytes);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Body body && Arrays.equals(bytes, body.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Body(" + bytes.length + ")";
  }
}
