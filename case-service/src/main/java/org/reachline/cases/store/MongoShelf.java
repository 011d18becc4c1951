package org.reachline.cases.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.reachline.trust.Scope;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.store.AgencyCollection.Write;

/** One collection by id, in MongoDB. */
record MongoShelf<K, T>(
    AgencyCollection documents,
    Function<K, String> key,
    Function<T, K> id,
    Function<T, Long> version,
    Function<T, Document> writer,
    Function<Document, T> reader)
    implements Shelf<K, T> {

  @Override
  public Map<K, T> read(Scope scope, Collection<K> ids) {
    Map<K, T> found = new HashMap<>();
    if (!ids.isEmpty()) {
      for (Document document : documents.byIds(scope, ids.stream().map(key).toList())) {
        T one = reader.apply(document);
        found.put(id.apply(one), one);
      }
    }
    return found;
  }

  @Override
  public Set<K> write(Scope scope, Collection<T> many) {
    Set<String> missed = documents.bulk(scope, many.stream().map(this::write).toList());
    return many.stream()
        .map(id)
        .filter(one -> missed.contains(key.apply(one)))
        .collect(Collectors.toSet());
  }

  private Write write(T one) {
    long v = version.apply(one);
    Document document = writer.apply(one).append("v", v + 1);
    return v == 0 ? new Write.Insert(document) : new Write.Replace(document, v);
  }
}
