package org.reachline.cases.store;

import static java.util.Objects.requireNonNull;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import java.util.function.Function;
import org.bson.Document;
import org.reachline.trust.store.AgencyCollection;

/**
 * The last good copy of a file an agency added, kept so that a node can go on with it after a
 * restart. It holds rules, and nothing of a client.
 *
 * @param name of the file; begins with its agency
 * @param words the whole file; empty where the agency took it away
 */
public record KeptFile(String name, String words, long v) {
  public KeptFile {
    requireNonNull(name, "name");
    requireNonNull(words, "words");
  }

  /** Those in MongoDB, shared by all nodes. */
  public static Shelf<String, KeptFile> in(MongoDatabase database) {
    return new MongoShelf<>(
        new AgencyCollection(
            database.withWriteConcern(WriteConcern.MAJORITY).getCollection("overlays")),
        Function.identity(),
        KeptFile::name,
        KeptFile::v,
        file -> new Document("_id", file.name()).append("words", file.words()),
        d -> new KeptFile(d.getString("_id"), d.getString("words"), d.getLong("v")));
  }
}
