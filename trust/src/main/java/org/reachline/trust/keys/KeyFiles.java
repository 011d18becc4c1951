package org.reachline.trust.keys;

import static java.util.Objects.requireNonNull;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Collection;
import org.reachline.contracts.AgencyId;

/** The folder that holds the key-encryption key and the key sets it wraps. */
public final class KeyFiles {
  private static final String KEK = "kek.json";
  private final Path folder;
  private final Aead kek;

  private KeyFiles(Path folder, Aead kek) {
    this.folder = folder;
    this.kek = kek;
  }

  /**
   * Opens an existing folder.
   *
   * @throws KeyTrouble if the key-encryption key is missing or is no key
   */
  public static KeyFiles open(Path folder) {
    registerTink();
    Path file = folder.resolve(KEK);
    if (!Files.isRegularFile(file)) {
      throw new KeyTrouble(
          "no key-encryption key at "
              + file
              + ": restore it from your copy, or point reachline.keys at the folder that has it");
    }
    try {
      return new KeyFiles(
          folder,
          aeadOf(
              TinkJsonProtoKeysetFormat.parseKeyset(
                  text(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get())));
    } catch (GeneralSecurityException broken) {
      throw new KeyTrouble(
          file + " is not a key-encryption key: restore it from your copy", broken);
    }
  }

  /**
   * Makes what is missing: a key-encryption key and every key set of these agencies. Existing keys
   * stay.
   */
  public static void create(Path folder, Collection<AgencyId> agencies) {
    try {
      Files.createDirectories(folder);
      if (!Files.exists(folder.resolve(KEK)) && holdsNoKeySet(folder)) {
        KeysetHandle fresh = fresh(PredefinedAeadParameters.AES256_GCM);
        write(
            folder.resolve(KEK),
            TinkJsonProtoKeysetFormat.serializeKeyset(
                fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
      }
      KeyFiles files = open(folder);
      for (AgencyId agency : agencies) {
        for (Purpose purpose : Purpose.values()) {
          files.createIfMissing(agency, purpose);
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write keys to " + folder, unwritable);
    } catch (GeneralSecurityException unexpected) {
      throw new KeyTrouble("cannot make keys in " + folder, unexpected);
    }
  }

  KeysetHandle read(AgencyId agency, Purpose purpose) {
    Path file = file(agency, purpose);
    if (!Files.isRegularFile(file)) {
      throw new KeyTrouble(file + " is missing: restore it from your copy");
    }
    try {
      return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
          text(file), kek, associated(agency, purpose), RegistryConfiguration.get());
    } catch (GeneralSecurityException wrong) {
      throw new KeyTrouble(file + " does not open under " + KEK + ": they are not a pair", wrong);
    }
  }

  private void createIfMissing(AgencyId agency, Purpose purpose)
      throws GeneralSecurityException, IOException {
    Path file = file(agency, purpose);
    if (Files.exists(file)) {
      return;
    }
    Parameters kind =
        purpose.isPrf()
            ? PredefinedPrfParameters.HMAC_SHA256_PRF
            : PredefinedAeadParameters.AES256_GCM;
    write(
        file,
        TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
            fresh(kind), kek, associated(agency, purpose), RegistryConfiguration.get()));
  }

  private Path file(AgencyId agency, Purpose purpose) {
    return folder.resolve(agency + "." + purpose.code() + ".json");
  }

  private static byte[] associated(AgencyId agency, Purpose purpose) {
    return (agency + "/" + purpose.code()).getBytes(StandardCharsets.UTF_8);
  }

  private static KeysetHandle fresh(Parameters kind) throws GeneralSecurityException {
    registerTink();
    return KeysetHandle.generateNew(kind, RegistryConfiguration.get());
  }

  private static Aead aeadOf(KeysetHandle handle) throws GeneralSecurityException {
    return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Tells Tink which kinds of keys there are; doing it again changes nothing. */
  private static void registerTink() {
    try {
      AeadConfig.register();
      PrfConfig.register();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Tink knows no AES-GCM or HMAC", impossible);
    }
  }

  /** A draft left behind by a crash is no key set. */
  private static boolean holdsNoKeySet(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.noneMatch(file -> file.getFileName().toString().endsWith(".json"));
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8); // whatever it holds
    } catch (IOException unreadable) {
      throw new KeyTrouble("cannot read " + file, unreadable);
    }
  }

  /** Readable by its owner alone from the first byte, on the disk, and never half written. */
  private static void write(Path file, String text) throws IOException {
    Path folder = requireNonNull(file.getParent());
    Path draft = Files.createTempFile(folder, "draft", ".tmp");
    try (FileChannel disk = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        int _ = disk.write(bytes);
      }
      disk.force(true);
    }
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("r--------"));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
