package org.reachline.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Sealed;
import org.reachline.trust.keys.KeyFiles;
import org.reachline.trust.keys.KeyTrouble;
import org.reachline.trust.keys.Keyring;
import org.reachline.trust.keys.Opened;
import org.reachline.trust.keys.Place;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;
import tools.jackson.databind.JsonNode;

/**
 * The keys of a data folder: made at its first start, and from then on only opened, because
 * everything the folder holds is sealed with them. A small sealed note beside the data tells its
 * own keys from those of another folder.
 */
final class DataKeys {
  private static final Place PLACE = new Place("standalone", "key-check", "sealed");
  private static final Purpose PURPOSE = Purpose.INTAKE;

  private final DataFolder data;
  private final Path note;

  DataKeys(DataFolder data) {
    this.data = data;
    this.note = data.root().resolve("key-check");
  }

  /**
   * Makes the keys of a new folder, opens those of an old one.
   *
   * @throws IllegalStateException if the folder holds data whose keys are missing or others;
   *     nothing is changed then
   */
  void prepare() throws IOException {
    if (holdsData()) {
      requireOurs();
    } else {
      KeyFiles.create(data.keys(), agencies());
    }
    if (!Files.exists(note)) {
      Files.writeString(
          note,
          sealing().seal(agencies().getFirst(), PURPOSE, PLACE, Map.of("keys", "ours")).box());
    }
  }

  private boolean holdsData() {
    return Files.exists(note) || Files.exists(data.kafka()) || Files.exists(data.store());
  }

  private void requireOurs() throws IOException {
    try {
      Sealing keys = sealing();
      if (Files.exists(note) && !opens(keys)) {
        throw new KeyTrouble("the keys in " + data.keys() + " are those of another folder");
      }
    } catch (KeyTrouble trouble) {
      throw new IllegalStateException(
          data.root()
              + " holds data sealed with keys that are missing or wrong, so nothing was started or changed;"
              + " put the keys back, or begin anew with another --data",
          trouble);
    }
  }

  private boolean opens(Sealing keys) throws IOException {
    String box = Files.readString(note).strip();
    return !box.isEmpty()
        && keys.open(agencies().getFirst(), PURPOSE, PLACE, new Sealed(box), JsonNode.class)
            instanceof Opened.Content<JsonNode>;
  }

  private List<AgencyId> agencies() {
    return data.tenants().stream().map(Tenant::id).toList();
  }

  /** Of every purpose, so that each missing or foreign file is named. */
  private Sealing sealing() {
    return new Sealing(Keyring.open(data.keys(), agencies(), Set.of(Purpose.values())));
  }
}
