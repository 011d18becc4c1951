package org.reachline.contracts.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.reachline.contracts.Topics;

/**
 * Where a record goes that cannot be used: the bytes as they were, its sealed part still sealed,
 * with a code for why, and where it lay. The headers carry codes only, never the text of an
 * exception.
 */
public final class DeadLetters {
  public static final String CODE = "dl_code";
  public static final String SERVICE = "dl_service";
  public static final String TOPIC = "dl_topic";
  public static final String PARTITION = "dl_partition";
  public static final String OFFSET = "dl_offset";

  private DeadLetters() {}

  /** The dead letter for a record found at a place. */
  public static Wire of(Wire record, int partition, long offset, String code, String service) {
    Map<String, String> headers = new LinkedHashMap<>(record.headers());
    headers.put(CODE, code);
    headers.put(SERVICE, service);
    headers.put(TOPIC, record.topic());
    headers.put(PARTITION, Integer.toString(partition));
    headers.put(OFFSET, Long.toString(offset));
    return new Wire(Topics.DEAD_LETTERS, record.key(), headers, record.payload());
  }
}
