package org.reachline.embedded;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * Writes each change to the file before it is answered, so that a killed process loses nothing it
 * has confirmed.
 *
 * <p>Left alone the file is written once a second, possibly between a document and its index. Here
 * commands share the read lock and a commit takes the write lock: it never sees half a command.
 */
final class DurableBackend extends H2Backend {
  private static final int COMMITS_BETWEEN_COMPACTIONS = 1_000;
  private static final int COMPACT_BELOW_PERCENT = 60;
  private static final int COMPACT_BYTES = 4 << 20;
  private static final int COMPACT_AT_CLOSE_MILLIS = 500;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private long commits;

  DurableBackend(MVStore store) {
    super(store);
  }

  @Override
  public Document handleMessage(MongoMessage message) {
    lock.readLock().lock();
    try {
      return super.handleMessage(message);
    } finally {
      lock.readLock().unlock();
      commitChanges();
    }
  }

  private void commitChanges() {
    if (!getMvStore().hasUnsavedChanges()) {
      return;
    }
    lock.writeLock().lock();
    try {
      commitOnce();
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void commitOnce() {
    if (getMvStore().hasUnsavedChanges()) { // else another thread's commit took ours along
      commit();
      if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
        getMvStore().compact(COMPACT_BELOW_PERCENT, COMPACT_BYTES);
      }
    }
  }

  @Override
  public void close() {
    commitChanges();
    getMvStore().compactFile(COMPACT_AT_CLOSE_MILLIS);
    super.close();
  }
}
