package org.reachline.trust.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.reachline.trust.testing.Planted.HARBOR;
import static org.reachline.trust.testing.Planted.MIRROR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void anEmptyFolderGetsAllKeysOnceAndForEver() throws IOException {
    KeyFiles.create(folder, List.of(HARBOR));
    List<String> before = contents();

    KeyFiles.create(folder, List.of(HARBOR));

    assertThat(contents()).hasSize(1 + Purpose.values().length).isEqualTo(before);
  }

  @Test
  void aNewAgencyGetsKeysBesideTheOthers() throws IOException {
    KeyFiles.create(folder, List.of(HARBOR));
    List<String> before = contents();

    KeyFiles.create(folder, List.of(HARBOR, MIRROR));

    assertThat(contents()).containsAll(before).hasSize(1 + 2 * Purpose.values().length);
  }

  @Test
  void keyFilesAreReadableByTheirOwnerAlone() throws IOException {
    KeyFiles.create(folder, List.of(HARBOR));

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("r--------"));
    }
  }

  @Test
  void aFolderThatDoesNotExistIsSaidPlainly() {
    assertThatExceptionOfType(KeyTrouble.class)
        .isThrownBy(() -> open(folder.resolve("nowhere")))
        .withMessageContaining("no key-encryption key at ")
        .withMessageContaining("kek.json")
        .withMessageContaining("reachline.keys");
  }

  @Test
  void keysAreNeverMadeOverKeySetsWhoseKeyIsLost() throws IOException {
    KeyFiles.create(folder, List.of(HARBOR));
    Files.delete(folder.resolve("kek.json"));

    assertThatExceptionOfType(KeyTrouble.class)
        .isThrownBy(() -> KeyFiles.create(folder, List.of(HARBOR)))
        .withMessageContaining("no key-encryption key");
    assertThat(folder.resolve("kek.json")).doesNotExist();
  }

  @Test
  void whatACrashLeftBehindDoesNotBlockTheFirstStart() throws IOException {
    Files.writeString(folder.resolve("draft123.tmp"), "{");

    KeyFiles.create(folder, List.of(HARBOR));

    assertThat(open(folder).knows(HARBOR)).isTrue();
  }

  @Test
  void theKeyOfAnotherFolderIsSaidPlainly(@TempDir Path other) throws IOException {
    KeyFiles.create(folder, List.of(HARBOR));
    KeyFiles.create(other, List.of(HARBOR));
    Files.delete(folder.resolve("kek.json"));
    Files.copy(other.resolve("kek.json"), folder.resolve("kek.json"));

    assertThatExceptionOfType(KeyTrouble.class)
        .isThrownBy(() -> open(folder))
        .withMessageContaining("harbor.id.json does not open under kek.json")
        .withMessageContaining("harbor.intake.json does not open under kek.json");
  }

  @Test
  void aFileThatIsNoKeyIsSaidPlainly() throws IOException {
    Files.writeString(folder.resolve("kek.json"), "not a key");

    assertThatExceptionOfType(KeyTrouble.class)
        .isThrownBy(() -> open(folder))
        .withMessageContaining("kek.json is not a key-encryption key");
  }

  @Test
  void bytesThatAreNoTextAreNoKeyEither() throws IOException {
    Files.write(folder.resolve("kek.json"), new byte[] {(byte) 0xff, (byte) 0xc0, 0, 1});

    assertThatExceptionOfType(KeyTrouble.class)
        .isThrownBy(() -> open(folder))
        .withMessageContaining("kek.json is not a key-encryption key");
  }

  @Test
  void everyMissingKeySetIsListedAtOnce() throws IOException {
    KeyFiles.create(folder, List.of(HARBOR));
    Files.delete(folder.resolve("harbor.id.json"));
    Files.delete(folder.resolve("harbor.intake.json"));

    assertThatExceptionOfType(KeyTrouble.class)
        .isThrownBy(() -> open(folder))
        .withMessageContaining("harbor.id.json is missing")
        .withMessageContaining("harbor.intake.json is missing");
  }

  @Test
  void aKeySetUnderAnotherAgencysNameDoesNotOpen() throws IOException {
    KeyFiles.create(folder, List.of(HARBOR, MIRROR));
    Files.delete(folder.resolve("mirror.id.json"));
    Files.copy(folder.resolve("harbor.id.json"), folder.resolve("mirror.id.json"));

    assertThatExceptionOfType(KeyTrouble.class)
        .isThrownBy(() -> Keyring.open(folder, List.of(MIRROR), Set.of(Purpose.ID)))
        .withMessageContaining("mirror.id.json does not open");
  }

  private static Keyring open(Path folder) {
    return Keyring.open(folder, List.of(HARBOR), Set.of(Purpose.ID, Purpose.INTAKE));
  }

  private List<String> contents() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(KeyFilesTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return file.getFileName() + Files.readString(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
