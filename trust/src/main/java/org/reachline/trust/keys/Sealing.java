package org.reachline.trust.keys;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Sealed;

/**
 * Seals personal content and opens it again. The only place where personal types are written out.
 * Safe for any thread.
 */
public final class Sealing {
  private final Keyring keyring;

  public Sealing(Keyring keyring) {
    this.keyring = keyring;
  }

  /**
   * Seals content to a place.
   *
   * @throws KeyTrouble if this process holds no such key
   */
  public Sealed seal(AgencyId agency, Purpose purpose, Place place, Object content) {
    try {
      byte[] box =
          keyring.box(agency, purpose).encrypt(PersonalJson.write(content), place.boundTo(agency));
      return new Sealed(Base64.getUrlEncoder().withoutPadding().encodeToString(box));
    } catch (GeneralSecurityException unexpected) {
      throw new KeyTrouble(
          "sealing failed under the " + purpose.code() + " key of " + agency, unexpected);
    }
  }

  /** Opens what was sealed to this very place. */
  public <T> Opened<T> open(
      AgencyId agency, Purpose purpose, Place place, Sealed sealed, Class<T> type) {
    Aead key = keyring.findBox(agency, purpose);
    if (key == null) {
      return new Opened.Unreadable<>();
    }
    try {
      byte[] box = Base64.getUrlDecoder().decode(sealed.box());
      byte[] content = key.decrypt(box, place.boundTo(agency));
      return new Opened.Content<>(PersonalJson.read(content, type));
    } catch (GeneralSecurityException
        | IllegalArgumentException
        | PersonalJson.NotThatShape unreadable) {
      return new Opened.Unreadable<>();
    }
  }
}
