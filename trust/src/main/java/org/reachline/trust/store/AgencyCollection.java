package org.reachline.trust.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.reachline.trust.Scope;

/**
 * One collection, seen by one agency at a time: the only class that touches the driver's
 * collection. Every document carries {@code _id} (which begins with its agency), {@code agency} and
 * {@code v}. Reads and writes by id use {@code _id}, or {@code _id} and {@code v}, alone, and check
 * the agency on the id and on what comes back; ranged reads get the agency added to their filter.
 *
 * <p>Writes are single-document and atomic. Safe for any thread; blocks, so call it from a virtual
 * thread.
 */
public final class AgencyCollection {
  private static final Set<String> CODE = Set.of("$where", "$expr", "$function");
  private final MongoCollection<Document> documents;

  public AgencyCollection(MongoCollection<Document> documents) {
    this.documents = documents;
  }

  /** The document of an id, or null where there is none for this agency. */
  public @Nullable Document byId(Scope scope, String id) {
    if (!isOf(scope, id)) {
      return null;
    }
    return own(scope, documents.find(Filters.eq("_id", id)).first());
  }

  /** The documents of these ids that exist for this agency, in no order. One read. */
  public List<Document> byIds(Scope scope, Collection<String> ids) {
    List<String> own = ids.stream().filter(id -> isOf(scope, id)).distinct().toList();
    List<Document> found = new ArrayList<>();
    if (!own.isEmpty()) {
      documents.find(Filters.in("_id", own)).forEach(d -> keepOwn(scope, d, found));
    }
    return found;
  }

  /**
   * Documents of this agency that match a filter, sorted. Only for the named ranged reads of a
   * store.
   *
   * @throws IllegalArgumentException if the filter holds code for the server, which no literal does
   */
  public List<Document> ranged(Scope scope, Bson filter, Bson sort, int limit) {
    refuseCode(filter.toBsonDocument(BsonDocument.class, documents.getCodecRegistry()));
    Bson bound = Filters.and(Filters.eq("agency", scope.agency().value()), filter);
    return documents.find(bound).sort(sort).limit(limit).into(new ArrayList<>());
  }

  /**
   * Inserts a document unless its id exists.
   *
   * @return whether it was inserted
   */
  public boolean insertIfAbsent(Scope scope, Document document) {
    try {
      documents.insertOne(stamped(scope, document));
      return true;
    } catch (MongoWriteException refused) {
      if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw refused;
    }
  }

  /**
   * Replaces a document if its version is still the expected one (compare and set).
   *
   * @param document its {@code v} is the new version
   * @return whether it was replaced
   */
  public boolean replaceIf(Scope scope, Document document, long expectedVersion) {
    Bson sameVersion =
        Filters.and(Filters.eq("_id", document.getString("_id")), Filters.eq("v", expectedVersion));
    return documents.replaceOne(sameVersion, stamped(scope, document)).getMatchedCount() == 1;
  }

  /**
   * Does many writes in one round trip, each on its own.
   *
   * @return the ids whose write did not happen: inserts of existing ids, and replacements of
   *     another version
   */
  public Set<String> bulk(Scope scope, List<Write> writes) {
    if (writes.isEmpty()) {
      return Set.of();
    }
    List<WriteModel<Document>> models = writes.stream().map(write -> model(scope, write)).toList();
    Set<String> missed = new TreeSet<>();
    try {
      int matched =
          documents.bulkWrite(models, new BulkWriteOptions().ordered(false)).getMatchedCount();
      noteStale(scope, writes, matched, missed);
    } catch (MongoBulkWriteException some) {
      noteRefused(some, writes, missed);
      noteStale(scope, writes, some.getWriteResult().getMatchedCount(), missed);
    }
    return missed;
  }

  /** One write of a bulk. */
  public sealed interface Write {
    Document document();

    /** Insert unless the id exists. */
    record Insert(Document document) implements Write {}

    /** Replace if the version is still this one. */
    record Replace(Document document, long expectedVersion) implements Write {}
  }

  private WriteModel<Document> model(Scope scope, Write write) {
    return switch (write) {
      case Write.Insert(var document) -> new InsertOneModel<>(stamped(scope, document));
      case Write.Replace(var document, var version) ->
          new ReplaceOneModel<>(
              Filters.and(Filters.eq("_id", document.getString("_id")), Filters.eq("v", version)),
              stamped(scope, document));
    };
  }

  /** A bulk tells only how many replacements matched; if some did not, the documents tell which. */
  private void noteStale(Scope scope, List<Write> writes, int matched, Set<String> missed) {
    List<Write.Replace> replaces = new ArrayList<>();
    for (Write write : writes) {
      if (write instanceof Write.Replace replace) {
        replaces.add(replace);
      }
    }
    if (matched == replaces.size()) {
      return;
    }
    for (Write.Replace replace : replaces) {
      String id = replace.document().getString("_id");
      Document now = byId(scope, id);
      if (now == null || !stored(replace.document()).equals(stored(now))) {
        missed.add(id);
      }
    }
  }

  /** As the store writes it, so that an instant equals the date it becomes. */
  private BsonDocument stored(Document document) {
    return document.toBsonDocument(BsonDocument.class, documents.getCodecRegistry());
  }

  private static void noteRefused(
      MongoBulkWriteException some, List<Write> writes, Set<String> missed) {
    for (var error : some.getWriteErrors()) {
      if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw some;
      }
      missed.add(writes.get(error.getIndex()).document().getString("_id"));
    }
  }

  private static void refuseCode(BsonValue filter) {
    if (filter instanceof BsonDocument parts) {
      parts.forEach(AgencyCollection::refuseCode);
    } else if (filter instanceof BsonArray parts) {
      parts.forEach(AgencyCollection::refuseCode);
    }
  }

  private static void refuseCode(String key, BsonValue part) {
    if (CODE.contains(key)) {
      throw new IllegalArgumentException("a filter with " + key);
    }
    refuseCode(part);
  }

  private static Document stamped(Scope scope, Document document) {
    String id = document.getString("_id");
    if (id == null || !isOf(scope, id)) {
      throw new IllegalArgumentException("a document of another agency, or without an id");
    }
    return document.append("agency", scope.agency().value());
  }

  private static boolean isOf(Scope scope, String id) {
    return id.startsWith(scope.agency().value() + ".");
  }

  private static @Nullable Document own(Scope scope, @Nullable Document found) {
    boolean own = found != null && scope.agency().value().equals(found.getString("agency"));
    return own ? found : null;
  }

  private static void keepOwn(Scope scope, Document found, List<Document> into) {
    if (own(scope, found) != null) {
      into.add(found);
    }
  }
}
