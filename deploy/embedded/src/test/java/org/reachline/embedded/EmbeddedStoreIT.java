package org.reachline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreIT {
  @TempDir Path directory;

  @BeforeAll
  static void quiet() {
    QuietLogs.apply();
  }

  @Test
  void documentsAndIndexesSurviveARestart() {
    try (EmbeddedStore first = EmbeddedStore.onDisk(directory, 0)) {
      with(
          first,
          cases -> {
            cases.createIndex(Indexes.ascending("ref"), new IndexOptions().unique(true));
            cases.insertOne(new Document("_id", "c1").append("ref", 7));
          });
    }

    try (EmbeddedStore second = EmbeddedStore.onDisk(directory, 0)) {
      with(
          second,
          cases -> {
            assertThat(cases.find(new Document("_id", "c1")).first()).containsEntry("ref", 7);
            assertThatThrownBy(() -> cases.insertOne(new Document("_id", "c2").append("ref", 7)))
                .isInstanceOf(MongoWriteException.class);
          });
    }
  }

  @Test
  void aConfirmedWriteIsInTheFileBeforeTheStoreIsClosed(@TempDir Path copy) throws IOException {
    try (EmbeddedStore store = EmbeddedStore.onDisk(directory, 0)) {
      with(store, cases -> cases.insertOne(new Document("_id", "c1")));

      Files.copy(
          directory.resolve("store.mv"), copy.resolve("store.mv")); // what kill -9 would leave
    }

    try (EmbeddedStore afterKill = EmbeddedStore.onDisk(copy, 0)) {
      with(afterKill, cases -> assertThat(cases.countDocuments()).isOne());
    }
  }

  @Test
  void manyChangesOfOneDocumentDoNotGrowTheFileWithoutBound() throws IOException {
    try (EmbeddedStore store = EmbeddedStore.onDisk(directory, 0)) {
      with(
          store,
          cases -> {
            cases.insertOne(new Document("_id", "c1").append("n", 0));
            IntStream.range(0, 3_000)
                .forEach(
                    _ ->
                        cases.updateOne(
                            new Document("_id", "c1"), new Document("$inc", new Document("n", 1))));
            assertThat(cases.find().first()).containsEntry("n", 3_000);
          });
    }

    assertThat(Files.size(directory.resolve("store.mv"))).isLessThan(1 << 20);
  }

  @Test
  void theStoreInMemoryForgets() {
    try (EmbeddedStore store = EmbeddedStore.inMemory()) {
      with(store, cases -> cases.insertOne(new Document("_id", "c1")));
    }

    try (EmbeddedStore store = EmbeddedStore.inMemory()) {
      with(store, cases -> assertThat(cases.countDocuments()).isZero());
    }
  }

  @Test
  void aDirectoryInUseIsSaidPlainly() {
    try (EmbeddedStore owner = EmbeddedStore.onDisk(directory, 0)) {
      assertThat(owner.connectionString()).startsWith("mongodb://");

      assertThatThrownBy(() -> EmbeddedStore.onDisk(directory, 0))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining(directory.toString())
          .hasMessageContaining("in use");
    }
  }

  @Test
  void aDamagedFileIsSaidPlainlyAndKept() throws IOException {
    Path file = Files.writeString(directory.resolve("store.mv"), "no store at all ".repeat(1_000));

    assertThatThrownBy(() -> EmbeddedStore.onDisk(directory, 0))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(file.toString());

    assertThat(file).content().startsWith("no store at all");
  }

  @Test
  void aTakenPortIsSaidPlainlyAndTheDirectoryIsFreeAgain() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> EmbeddedStore.onDisk(directory, taken.getLocalPort()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " for the store is taken");
    }

    EmbeddedStore.onDisk(directory, 0).close();
  }

  private static void with(EmbeddedStore store, Consumer<MongoCollection<Document>> work) {
    try (MongoClient client = MongoClients.create(store.connectionString())) {
      work.accept(client.getDatabase("cases").getCollection("cases"));
    }
  }
}
