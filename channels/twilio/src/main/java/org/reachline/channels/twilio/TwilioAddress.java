package org.reachline.channels.twilio;

import org.reachline.channels.spi.Address;
import org.reachline.channels.spi.Address.Kind;

/** Twilio's spelling of an address. */
final class TwilioAddress {
  static final String WHATSAPP = "whatsapp:";

  private TwilioAddress() {}

  /** A WhatsApp number becomes the number it is; a WhatsApp id of another kind stays as it is. */
  static Address of(String raw) {
    String bare = raw.startsWith(WHATSAPP + "+") ? raw.substring(WHATSAPP.length()) : raw;
    return new Address(bare, kind(bare));
  }

  private static Kind kind(String address) {
    if (address.matches("\\+[1-9][0-9]{5,14}")) {
      return Kind.PHONE;
    }
    if (address.matches("[0-9]{3,8}")) {
      return Kind.SHORTCODE;
    }
    return address.matches("[A-Za-z0-9 ]{1,11}") ? Kind.ALPHA : Kind.OPAQUE;
  }

  /** How an address of this line is spelled when sending: on WhatsApp with its scheme. */
  static String spelled(Address address, String line) {
    return line.startsWith(WHATSAPP) && !address.exact().startsWith(WHATSAPP)
        ? WHATSAPP + address.exact()
        : address.exact();
  }
}
