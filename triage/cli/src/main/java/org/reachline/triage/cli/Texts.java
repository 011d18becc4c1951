package org.reachline.triage.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text as UTF-8 and nothing else; a byte order mark at the start is skipped. */
final class Texts {
  static final String MARK = "\ufeff";

  private Texts() {}

  /** Complains by file and line of bytes that are no UTF-8. */
  static String read(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    try {
      return withoutMark(decoded(bytes));
    } catch (CharacterCodingException _) {
      throw Complaint.of(path.getFileName() + ":" + lineOfBadByte(bytes) + ": expected UTF-8");
    }
  }

  /** A rule file, whatever bytes it holds: the rules themselves refuse what is no text, by line. */
  static String ofRules(Path path) throws IOException {
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
  }

  static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  static String withoutMark(String text) {
    return text.startsWith(MARK) ? text.substring(1) : text;
  }

  private static long lineOfBadByte(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer good = CharBuffer.allocate(bytes.length);
    StandardCharsets.UTF_8.newDecoder().decode(in, good, true);
    return (good.flip().toString() + "?").lines().count();
  }
}
