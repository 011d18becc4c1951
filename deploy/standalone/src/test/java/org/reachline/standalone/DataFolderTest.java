package org.reachline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reachline.channels.lines.LinesFile;
import org.reachline.channels.lines.SecretReader;
import org.reachline.channels.twilio.TwilioAdapter;
import org.reachline.trust.keys.Keyring;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.staff.StaffDirectory;

class DataFolderTest {
  @TempDir Path root;
  private DataFolder data;

  @BeforeEach
  void folder() {
    data = new DataFolder(root.resolve("data"));
  }

  @Test
  void aFreshFolderHoldsUsableKeysStaffAndLines() {
    data.prepare(new Ports(9000));

    Keyring keys =
        Keyring.open(data.keys(), List.of(DemoAgency.TENANT.id()), Set.of(Purpose.values()));
    assertThat(keys.knows(DemoAgency.TENANT.id())).isTrue();
    assertThat(
            StaffDirectory.read(data.staff(), Set.of(DemoAgency.TENANT.id()))
                .members(DemoAgency.TENANT.id()))
        .hasSize(4);
    var lines =
        new LinesFile(List.of(new TwilioAdapter()), new SecretReader(Map.<String, String>of()::get))
            .read(data.lines());
    assertThat(lines.problems()).isEmpty();
    assertThat(lines.lines())
        .containsOnlyKeys(DemoAgency.TENANT.clientLine(), DemoAgency.TENANT.staffLine());
  }

  @Test
  void aSecondStartKeepsKeysAndToken() throws IOException {
    data.prepare(new Ports(9000));
    String token = data.providerToken();
    List<byte[]> keys = contents(data.keys());

    data.prepare(new Ports(9100));

    assertThat(data.providerToken()).isEqualTo(token);
    assertThat(contents(data.keys())).containsExactlyElementsOf(keys);
  }

  @Test
  void secretsAreReadableByTheirOwnerOnly() throws IOException {
    data.prepare(new Ports(9000));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.token())))
        .isEqualTo("rw-------");
    try (Stream<Path> keys = Files.list(data.keys())) {
      assertThat(keys)
          .allSatisfy(
              k ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(k)))
                      .endsWith("------"));
    }
  }

  @Test
  void aFullDiskIsSaidBeforeAnythingStarts() {
    assertThatIllegalStateException()
        .isThrownBy(() -> data.requireRoom(99))
        .withMessageContaining("only 99 MB are free");
  }

  @Test
  void twoMachinesCannotRunOnOneFolder() throws IOException {
    try (var held = data.lock()) {
      assertThat(held.isOpen()).isTrue();
      assertThatIllegalStateException()
          .isThrownBy(data::lock)
          .withMessageContaining("another standalone runs on");
    }
  }

  @Test
  void theOtherCommandsLearnThePortsAndAreToldWhereNothingWasStarted() {
    assertThatIllegalStateException()
        .isThrownBy(data::lastPorts)
        .withMessageContaining("./reachline up");

    data.prepare(new Ports(9000));
    data.noteRunning(new Ports(9000), "broker.example:9092");

    assertThat(data.lastPorts()).isEqualTo(new Ports(9000));
    assertThat(data.lastKafka()).isEqualTo("broker.example:9092");
  }

  @Test
  void whoLeftNoWordOfKafkaHadItsOwn() throws IOException {
    data.prepare(new Ports(9000));
    Files.writeString(root.resolve("data/running.properties"), "front=9000");

    assertThat(data.lastKafka()).isEqualTo("127.0.0.1:9012");
  }

  private static List<byte[]> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(DataFolderTest::content).toList();
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
