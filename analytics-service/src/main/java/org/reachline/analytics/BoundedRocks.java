package org.reachline.analytics;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/**
 * Keeps each store of each partition within a few megabytes, where the default is over a hundred.
 */
public final class BoundedRocks implements RocksDBConfigSetter {
  private static final long MEGABYTE = 1024 * 1024;

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      table.setBlockCacheSize(4 * MEGABYTE);
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferSize(2 * MEGABYTE);
    options.setMaxWriteBufferNumber(2);
  }

  @Override
  public void close(String store, Options options) {
    // nothing here outlives the store: no cache is shared
  }
}
