package org.reachline.trust.keys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Derived;
import org.reachline.contracts.LineId;
import org.reachline.contracts.MessageId;
import org.reachline.contracts.RequestId;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.Address;

/**
 * Ids made from what people and providers gave us: a pseudo-random function under the agency's
 * {@code id} key, 128 bits. Same input, same id; without the key nothing can be told or guessed
 * back. Safe for any thread.
 */
public final class KeyedIds {
  private static final String VERSION = "1";
  private final Keyring keyring;

  public KeyedIds(Keyring keyring) {
    this.keyring = keyring;
  }

  /** The conversation of a client address, such as {@code tel:+15550100199}. */
  public ConversationId conversation(AgencyId agency, Address address) {
    return new ConversationId(id(agency, "conversation", address.reveal()));
  }

  /** The message a provider calls {@code providerId} on a line. */
  public MessageId message(LineId line, String providerId) {
    return new MessageId(id(line.agency(), "message", line.value(), providerId));
  }

  /** A rejected request, so that the same one kept twice is one. */
  public RequestId request(LineId line, String reason, byte[] body) {
    byte[] bytes = input("request", line.value(), reason);
    ByteBuffer whole = ByteBuffer.allocate(bytes.length + body.length).put(bytes).put(body);
    return new RequestId(prefix(line.agency()) + prf(line.agency(), Purpose.ID, whole.array()));
  }

  /** A command of a staff member under their idempotency key. */
  public CommandId command(StaffId by, String idempotencyKey) {
    return new CommandId(id(by.agency(), "command", by.value(), idempotencyKey));
  }

  /** 128 bits under the agency's {@code link} key: the proof inside an acknowledgement link. */
  public String linkToken(AgencyId agency, String... parts) {
    return prf(agency, Purpose.LINK, input("link", parts));
  }

  private String id(AgencyId agency, String kind, String... parts) {
    return prefix(agency) + prf(agency, Purpose.ID, input(kind, parts));
  }

  private static String prefix(AgencyId agency) {
    return agency + "." + VERSION + ".";
  }

  private String prf(AgencyId agency, Purpose purpose, byte[] input) {
    try {
      return Derived.base32(keyring.prf(agency, purpose).computePrimary(input, 16));
    } catch (GeneralSecurityException unexpected) {
      throw new KeyTrouble(
          "nothing can be made under the " + purpose.code() + " key of " + agency, unexpected);
    }
  }

  /** Each part led by its length, so that no two lists of parts give the same bytes. */
  private static byte[] input(String kind, String... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    put(bytes, kind);
    for (String part : parts) {
      put(bytes, part);
    }
    return bytes.toByteArray();
  }

  private static void put(ByteArrayOutputStream bytes, String part) {
    byte[] text = part.getBytes(StandardCharsets.UTF_8);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(text.length).array());
    bytes.writeBytes(text);
  }
}
