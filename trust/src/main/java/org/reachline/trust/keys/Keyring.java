package org.reachline.trust.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.AgencyId;

/**
 * The key sets a process holds, per agency and purpose. Opened once at start from a folder: {@code
 * kek.json} and {@code <agency>.<purpose>.json}, the latter wrapped by the former. Immutable and
 * safe for any thread.
 */
public final class Keyring {
  private final Map<Slot, Aead> boxes = new HashMap<>();
  private final Map<Slot, PrfSet> prfs = new HashMap<>();

  private record Slot(AgencyId agency, Purpose purpose) {}

  private Keyring() {}

  /**
   * Opens the key sets of these agencies and purposes.
   *
   * @throws KeyTrouble listing every missing or unreadable file at once
   */
  public static Keyring open(Path folder, Collection<AgencyId> agencies, Set<Purpose> purposes) {
    KeyFiles files = KeyFiles.open(folder);
    Keyring keyring = new Keyring();
    List<String> troubles = new ArrayList<>();
    for (AgencyId agency : agencies) {
      for (Purpose purpose : purposes) {
        try {
          keyring.put(new Slot(agency, purpose), files.read(agency, purpose));
        } catch (KeyTrouble one) {
          troubles.add(String.valueOf(one.getMessage()));
        }
      }
    }
    if (!troubles.isEmpty()) {
      throw new KeyTrouble(String.join("\n", troubles));
    }
    return keyring;
  }

  /** Whether this process holds keys of the agency at all. */
  public boolean knows(AgencyId agency) {
    return boxes.keySet().stream().anyMatch(slot -> slot.agency().equals(agency))
        || prfs.keySet().stream().anyMatch(slot -> slot.agency().equals(agency));
  }

  /** The key for sealing, or null where this process holds none. */
  @Nullable Aead findBox(AgencyId agency, Purpose purpose) {
    return boxes.get(new Slot(agency, purpose));
  }

  Aead box(AgencyId agency, Purpose purpose) {
    Aead box = findBox(agency, purpose);
    if (box == null) {
      throw new KeyTrouble("this service holds no " + purpose.code() + " key of agency " + agency);
    }
    return box;
  }

  PrfSet prf(AgencyId agency, Purpose purpose) {
    PrfSet prf = prfs.get(new Slot(agency, purpose));
    if (prf == null) {
      throw new KeyTrouble("this service holds no " + purpose.code() + " key of agency " + agency);
    }
    return prf;
  }

  private void put(Slot slot, KeysetHandle keys) {
    try {
      if (slot.purpose().isPrf()) {
        prfs.put(slot, keys.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
      } else {
        boxes.put(slot, keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
      }
    } catch (GeneralSecurityException wrongKind) {
      throw new KeyTrouble(
          "the "
              + slot.purpose().code()
              + " key of agency "
              + slot.agency()
              + " is of another kind",
          wrongKind);
    }
  }
}
