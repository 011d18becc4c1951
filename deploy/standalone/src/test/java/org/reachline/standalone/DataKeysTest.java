package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataKeysTest {
  @TempDir Path root;
  private DataFolder data;

  @BeforeEach
  void startedOnce() throws IOException {
    data = folder("data");
  }

  @Test
  void aSecondStartOpensTheSameKeys() throws IOException {
    Map<String, String> before = contents(data.keys());

    new DataKeys(data).prepare();

    assertThat(contents(data.keys())).isEqualTo(before);
  }

  @Test
  void aMissingKeyEncryptionKeyIsRefusedAndNoneIsMade() throws IOException {
    Files.delete(data.keys().resolve("kek.json"));

    assertRefused("kek.json");
  }

  @Test
  void aMissingKeySetIsRefusedAndNoneIsMade() throws IOException {
    Files.delete(data.keys().resolve("harbor.case.json"));
    Files.delete(data.keys().resolve("harbor.send.json"));

    assertRefused("harbor.case.json", "harbor.send.json");
  }

  @Test
  void aMissingFolderOfKeysIsRefusedWhereThereAreData() throws IOException {
    for (String file : contents(data.keys()).keySet()) {
      Files.delete(data.keys().resolve(file));
    }
    Files.delete(data.keys());

    assertRefused("kek.json");
  }

  @Test
  void aKeyEncryptionKeyOfAnotherFolderIsRefused() throws IOException {
    copy("kek.json", folder("other"), data);

    assertRefused("they are not a pair");
  }

  @Test
  void allKeysOfAnotherFolderAreRefused() throws IOException {
    DataFolder other = folder("other");
    for (String file : contents(other.keys()).keySet()) {
      copy(file, other, data);
    }

    assertRefused("those of another folder");
  }

  @Test
  void twoKeySetsInEachOthersPlaceAreRefused() throws IOException {
    copy("harbor.intake.json", "harbor.case.json", data, data);

    assertRefused("harbor.case.json");
  }

  @Test
  void aFolderWhoseFirstStartBrokeOffGetsTheKeysItLacks() throws IOException {
    Files.delete(data.root().resolve("key-check"));
    Files.delete(data.keys().resolve("harbor.link.json"));

    new DataKeys(data).prepare();

    assertThat(data.keys().resolve("harbor.link.json")).exists();
  }

  private void assertRefused(String... names) throws IOException {
    Map<String, String> before = contents(data.keys());

    assertThatIllegalStateException()
        .isThrownBy(() -> new DataKeys(data).prepare())
        .withMessageContaining("nothing was started or changed")
        .satisfies(e -> assertThat(Causes.plain(e)).contains(names));

    assertThat(contents(data.keys())).isEqualTo(before);
  }

  private DataFolder folder(String name) throws IOException {
    DataFolder folder = new DataFolder(root.resolve(name));
    folder.requireWritable();
    new DataKeys(folder).prepare();
    return folder;
  }

  private static void copy(String file, DataFolder from, DataFolder to) throws IOException {
    copy(file, file, from, to);
  }

  private static void copy(String file, String as, DataFolder from, DataFolder to)
      throws IOException {
    String content = Files.readString(from.keys().resolve(file));
    Files.delete(to.keys().resolve(as));
    Files.writeString(to.keys().resolve(as), content);
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> contents.put(file.getFileName().toString(), content(file)));
      }
    }
    return contents;
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
