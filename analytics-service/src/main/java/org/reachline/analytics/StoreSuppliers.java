package org.reachline.analytics;

import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;

/** Where the streams keep what they know: on disk, or for tests in memory. */
interface StoreSuppliers {
  StoreSuppliers ON_DISK = Stores::persistentKeyValueStore;

  KeyValueBytesStoreSupplier named(String store);
}
