package org.reachline.cases.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.store.KeptFile;
import org.reachline.cases.store.Shelf;
import org.reachline.trust.Scope;

/**
 * The last good copy of each file, for a node that starts while the file itself is refused. The
 * folder may be read-only and there are several nodes, so it lies in the store; throws while that
 * is away.
 */
final class LastGood {
  private static final String SERVICE = "case-service";
  private final Shelf<String, KeptFile> copies;

  LastGood(Shelf<String, KeptFile> copies) {
    this.copies = copies;
  }

  /** Its words, empty where there is none. */
  String of(OverlayFile file) {
    KeptFile copy = copy(file);
    return copy == null ? "" : copy.words();
  }

  /** Keeps it, unless this is what is kept or another node was first: then that one's counts. */
  void keep(OverlayFile file, String words) {
    KeptFile before = copy(file);
    if (!words.equals(before == null ? "" : before.words())) {
      long version = before == null ? 0 : before.v();
      copies.write(scope(file), List.of(new KeptFile(file.name(), words, version)));
    }
  }

  private @Nullable KeptFile copy(OverlayFile file) {
    return copies.one(scope(file), file.name());
  }

  private static Scope scope(OverlayFile file) {
    return Scope.ofSweep(file.agency(), SERVICE);
  }
}
