package org.reachline.contracts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Ids made from other ids, so that whatever is done twice gets the same id. Only for inputs that
 * are opaque already (ids, codes, numbers of ours); anything of a person or a provider needs a key
 * and is made in trust.
 */
public final class Derived {
  private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

  private Derived() {}

  /** The crisis a message raises: at most one, whoever raises it. */
  public static CrisisId crisis(MessageId raisedBy) {
    return new CrisisId(of(raisedBy, "crisis"));
  }

  /** The case a message opens. */
  public static CaseId caseOf(MessageId openedBy) {
    return new CaseId(of(openedBy, "case"));
  }

  /** The client record that the first message of an unknown conversation makes. */
  public static ClientId client(ConversationId conversation, MessageId first) {
    return new ClientId(of(conversation, "client", first.value()));
  }

  /** The escalation a crisis opens. */
  public static EscalationId escalation(CrisisId openedBy) {
    return new EscalationId(of(openedBy, "escalation"));
  }

  /** The page of one attempt of an escalation. */
  public static PageId page(EscalationId escalation, String attempt) {
    return new PageId(of(escalation, "page", attempt));
  }

  /** The message a command sends: one command, one message. */
  public static MessageId message(CommandId command) {
    return new MessageId(of(command, "message"));
  }

  /** An automatic message caused by another, told apart by what it is for. */
  public static MessageId message(MessageId cause, String purpose) {
    return new MessageId(of(cause, "message", purpose));
  }

  /** The text of an id of the same agency and key version as {@code base}. */
  public static String of(Id base, String kind, String... parts) {
    MessageDigest digest = sha256();
    feed(digest, base.value());
    feed(digest, kind);
    for (String part : parts) {
      feed(digest, part);
    }
    String value = base.value();
    return value.substring(0, value.lastIndexOf('.') + 1) + base32(digest.digest());
  }

  /** The first 128 bits as 26 characters of lower-case base32. */
  public static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder(26);
    int buffer = 0;
    int bits = 0;
    for (int i = 0; i < 16; i++) {
      buffer = (buffer << 8) | (bytes[i] & 0xff);
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(BASE32[(buffer >> (bits - 5)) & 31]);
      }
      buffer &= (1 << bits) - 1;
    }
    return text.append(BASE32[(buffer << (5 - bits)) & 31]).toString();
  }

  private static void feed(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
