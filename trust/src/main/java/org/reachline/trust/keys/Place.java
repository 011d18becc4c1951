package org.reachline.trust.keys;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import org.reachline.contracts.AgencyId;

/**
 * Where a ciphertext belongs. It is part of the seal, so one moved to another record, field or
 * agency does not open.
 *
 * @param where topic or collection
 * @param id event id or document id
 * @param field which sealed field of it
 */
public record Place(String where, String id, String field) {
  public Place {
    requireNonNull(where, "where");
    requireNonNull(id, "id");
    requireNonNull(field, "field");
  }

  /** The sealed part of an event. */
  public static Place ofEvent(String topic, String eventId) {
    return new Place(topic, eventId, "sealed");
  }

  byte[] boundTo(AgencyId agency) {
    return ("1\n" + agency + "\n" + where + "\n" + id + "\n" + field)
        .getBytes(StandardCharsets.UTF_8);
  }
}
